import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileStateWith, stateWith } from '../../helpers/profiles/profiles.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { show } from '../../helpers/screens/ui-app.tsx';

const profile = profileStateWith({ walls: { local: [10], pool: [5] } });
const ended = stateWith({ profile });
const before = stateWith({ profile: { ...profile, activity: { type: 'opening' } } });

test('a run whose end comes while a frame is drawn is not said to have ended above what was before', () => {
  const frames = Array.from({ length: 12 }, (_, looks) => {
    let looked = 0;
    const isOver = () => looked++ >= looks;
    const status = () => ({
      state: isOver() ? ('ended' as const) : ('playing' as const),
      position: 0,
      length: 100,
      speed: 1,
    });
    using shown = show({
      session: {
        ...fakeSession({ state: ended }),
        state: () => (isOver() ? ended : before),
        playback: { status, toggle() {}, seek() {}, step() {}, changeSpeed() {}, restart() {} },
      },
    });
    return shown.frame();
  });
  const [over, others] = [/ ended 0\.1 s/, / replay /].map((words) =>
    frames.filter((frame) => words.test(frame)),
  );
  assert.ok(over!.length > 0 && others!.length > 0);
  assert.deepEqual(
    over!.filter((frame) => !frame.includes('RESULTS')),
    [],
  );
});
