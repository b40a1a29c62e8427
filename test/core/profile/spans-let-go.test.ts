import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Engine } from '../../../source/core/profile/engine.ts';
import type { Spans } from '../../../source/core/profile/spans.ts';
import { spansFrom } from '../../../source/core/profile/build-spans.ts';
import { profile } from '../../../source/core/profile/profile.ts';
import { planWith } from '../../helpers/profiles/profiles.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

test('while a pass runs, nothing holds the spans of those before it', async () => {
  const earlier: WeakRef<Spans>[] = [];
  let held = 0;
  const engine: Engine = {
    async open() {},
    async close() {},
    async run({ tasks }) {
      // A WeakRef holds what it refers to until the end of the turn.
      await setImmediate();
      collect();
      held += earlier.filter((spans) => spans.deref()).length;
      const spans = spansFrom(tasks, (task) => ({ worker: 0, start: task, end: task + 1 }));
      earlier.push(new WeakRef(spans));
      return { status: 'finished', wall: tasks, spans };
    },
  };
  await profile({
    plan: planWith({ rounds: 2 }),
    engines: { local: engine, pool: engine, python: engine, ray: engine },
    observe() {},
    check: () => undefined,
    signal: new AbortController().signal,
    startedAt: '2026-11-23T10:00:00.000Z',
    stops: async () => 0,
  });
  assert.deepEqual({ passes: earlier.length, held }, { passes: 4, held: 0 });
});
