import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaybackStatus } from '../../../source/core/session/playback.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { replayKeys } from '../../../source/ui/replay/replay-keys.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';

const status: PlaybackStatus = { state: 'playing', position: 12_340, length: 60_000, speed: 1 };

const keysAt = (columns: number, given: Partial<PlaybackStatus> = {}, listed = false) =>
  textOf(
    replayKeys(
      { status: { ...status, ...given }, detailed: false, listed },
      { columns, rows: 24 },
      themeOf(false),
    ),
  );

test('the keys of a replay stand beside how far it has come', () => {
  assert.equal(
    keysAt(120),
    'space pause  ←/→ 5 s  [ ] step  < > speed  0 restart  g timeline  ? help  q quit               replay 12.3 s of 60.0 s',
  );
  assert.equal(
    keysAt(80),
    'space pause  ←/→ 5 s  g timeline  … ? all keys         replay 12.3 s of 60.0 s',
  );
});

test('they say what space does, and how fast it goes', () => {
  assert.equal(
    keysAt(80, { state: 'paused', speed: 4 }),
    'space go on  ←/→ 5 s  … ? all keys            paused 12.3 s of 60.0 s, speed 4',
  );
  assert.equal(
    keysAt(80, { state: 'ended', position: 60_000 }, true),
    '←/→ 5 s  [ ] step  0 restart  g timeline  esc back  … ? all keys  ended 60.0 s',
  );
});

test('in the smallest window some of them give way', () => {
  assert.equal(keysAt(60), 'space pause  … ? all keys          replay 12.3 s of 60.0 s');
});

test('no window is too small, and nothing too long', () => {
  for (let columns = 60; columns <= 200; columns++) {
    for (const state of ['playing', 'paused', 'ended'] as const) {
      const keys = keysAt(columns, { state, position: 3_600_000, length: 7_200_000, speed: 0.125 });
      assert.ok(keys.length <= columns - 2, `${columns}: ${keys}`);
      assert.match(keys, /2 h 0 min/);
    }
  }
});
