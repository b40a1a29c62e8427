import type { PlaybackStatus } from '../../core/session/playback.ts';
import type { Picture, Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import { replayKeys } from './replay-keys.ts';

export type ReplayView = {
  /** The screen of the profile as far as it has been played. */
  readonly picture: Picture;
  readonly status: PlaybackStatus | undefined;
  /** Whether what is shown has details. */
  readonly detailed: boolean;
  /** Whether the replay was opened from the list of saved runs. */
  readonly listed: boolean;
};

/** The screen of a profile with the keys of a replay. */
export const replayPicture = (
  { picture, status, detailed, listed }: ReplayView,
  room: Room,
  theme: Theme,
): Picture =>
  status ? { ...picture, keys: replayKeys({ status, detailed, listed }, room, theme) } : picture;
