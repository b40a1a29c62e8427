import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The virtual environment that `npm run ray:install` makes. */
export const environment = fileURLToPath(new URL('../../.ray/venv', import.meta.url));

/** Written after a successful installation. */
export const mark = `${environment}/fibtui-requirements.txt`;

export const python = `${environment}/bin/python`;

/** Why tests with a real Ray cannot run here; false if they can. */
export const skip = existsSync(mark) ? false : 'Ray is not installed: npm run ray:install';
