import type { Event } from '../../core/profile/event.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { event } from './event-shape.ts';
import { list, record } from './shape.ts';

const shape = record<{ readonly scene: readonly Event[]; readonly events: readonly Event[] }>({
  scene: list(event),
  events: list(event),
});

/** What keeps a value from being a recording that can be folded and drawn; undefined where it is one. */
export function recordingProblem(value: unknown): string | undefined {
  // What has the shape is looked at more closely.
  return shape(value) ?? planProblem(value as Recording) ?? orderProblem(value as Recording);
}

function planProblem({ events: [started] }: Recording): string | undefined {
  // A recording that was read may as well begin with anything else, or with nothing.
  if ((started as Event | undefined)?.type !== 'profile-started') {
    return '.events[0] starts no profile';
  }

  const { plan } = started;
  const ids = new Set(plan.cases.map(({ id }) => id));
  if (ids.size === 0 || ids.size < plan.cases.length) {
    return '.events[0].plan.cases do not each have a name';
  }

  const stray = plan.passes.findIndex(
    (pass, index) => pass.index !== index || !ids.has(pass.case.id),
  );
  return stray < 0 ? undefined : `.events[0].plan.passes[${stray}] is not one of the plan`;
}

function orderProblem({ scene, events }: Recording): string | undefined {
  const { passes } = events[0].plan;
  let before = 0;
  for (const [index, one] of [...scene, ...events].entries()) {
    const where = index < scene.length ? `.scene[${index}]` : `.events[${index - scene.length}]`;
    if (one.at < before) {
      return `${where} is earlier than the one before`;
    }

    if (one.type === 'profile-started' && index !== scene.length) {
      return `${where} starts another profile`;
    }

    if (index >= scene.length && 'pass' in one && one.pass.index >= passes.length) {
      return `${where}.pass is not one of the plan`;
    }

    before = one.at;
  }

  return undefined;
}
