import { takes, enginesWithout, namesOfMissing, whereMissing } from '../../core/plan/engines.ts';
import { count } from '../../core/text/format.ts';
import { engineNames, type EngineName, type Settings } from '../../core/plan/settings.ts';
import { workloads } from '../../core/plan/workload.ts';
import type { Form } from './form-state.ts';

/** Switches an engine off, or on in its usual place. If that is impossible, a notice says why. */
export const switched = (form: Form, engine: EngineName): Form =>
  form.settings.engines.includes(engine) ? switchedOff(form, engine) : switchedOn(form, engine);

function switchedOff(form: Form, engine: EngineName): Form {
  const engines = form.settings.engines.filter((name) => name !== engine);
  return engines.length === 0
    ? { ...form, notice: 'One engine at least must be on.' }
    : { ...form, settings: { ...form.settings, engines } };
}

export function switchedOn(form: Form, engine: EngineName): Form {
  const { settings } = form;
  if (settings.engines.includes(engine)) {
    return form;
  }

  if (!takes(engine, settings.workload)) {
    return {
      ...form,
      notice: `${settings.workload} does not exist ${whereMissing([engine])}: take list or pair first.`,
    };
  }

  const engines = engineNames.flatMap((name) =>
    name === engine ? [name] : settings.engines.filter((other) => other === name),
  );
  return { ...form, settings: { ...settings, engines } };
}

/** Changes the workload. The size is lowered to its largest; engines that lack the workload are switched off. */
export function withWorkload(form: Form, workload: Settings['workload']): Form {
  const sized = lowered({ ...form.settings, workload });
  const { settings, notice } = withTakers(sized.settings);
  const notices = [...(notice ?? []), ...(sized.notice ?? [])];
  return { ...form, settings, ...(notices.length > 0 ? { notice: notices.join(' ') } : {}) };
}

/** Changed settings, and a notice about the change. */
type Changed = { readonly settings: Settings; readonly notice?: readonly [string] };

function lowered(settings: Settings): Changed {
  const { workload, size } = settings;
  const { largest } = workloads[workload];
  return size <= largest
    ? { settings }
    : {
        settings: { ...settings, size: largest },
        notice: [`${workload} goes to ${count(largest)} terms: the size was lowered.`],
      };
}

function withTakers(settings: Settings): Changed {
  const { engines, workload } = settings;
  const missing = enginesWithout(engines, workload);
  const others = engines.filter((engine) => !missing.includes(engine));
  if (missing.length === 0) {
    return { settings };
  }

  const off = `${namesOfMissing(missing)} ${new Set(missing).size === 1 ? 'was' : 'were'} switched off`;
  const what = others.length > 0 ? off : 'local runs instead';
  return {
    settings: { ...settings, engines: others.length > 0 ? others : ['local'] },
    notice: [`${workload} does not exist ${whereMissing(missing)}: ${what}.`],
  };
}
