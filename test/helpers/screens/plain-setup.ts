import { defaultSettings } from '../../../source/core/plan/settings.ts';
import { formOf } from '../../../source/ui/setup/form.ts';

export const form = formOf(defaultSettings);
