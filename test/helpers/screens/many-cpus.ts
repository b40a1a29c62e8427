import { defaultSettings } from '../../../source/core/plan/settings.ts';
import { formOf } from '../../../source/ui/setup/form.ts';
import { sessionState, setupScreen } from './ui-states.ts';

export const form = formOf(defaultSettings);

export const many = (cpus: number) => setupScreen(sessionState(cpus), form);
