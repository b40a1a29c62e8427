import { describe } from '../core/failure.ts';
import { remoteJob, leftText, stoppingText, type RemoteJob } from '../core/profile/remote-job.ts';
import type { Session } from '../core/session/session.ts';
import { forked } from '../host/parent/forked.ts';
import { openHistory } from '../session/replay/history.ts';
import { openRunSaver } from '../session/live/run-saver.ts';
import type { Options } from '../options/options.ts';
import { openSession } from '../session/live/session.ts';
import { requireCurrentFolder } from './current-folder.ts';
import { homeFolder } from './home-folder.ts';
import { say } from './say.ts';
import { savedRuns, type Surroundings } from './surroundings.ts';

export type LiveRequest = {
  readonly ray: Options['ray'];
  /** Whether runs are saved when they end. */
  readonly saves: boolean;
};

export type Live = {
  readonly session: Session;
  /** Ends everything, and reports on stderr what could not be saved or cleaned up. */
  readonly close: () => Promise<void>;
};

/** A session that measures this machine. Throws a `UsageError` without a current folder. */
export function openLive({ ray, saves }: LiveRequest, around: Surroundings): Live {
  const { program, version, libraries, ending } = around;
  requireCurrentFolder(program);
  const folder = savedRuns(around);
  const saver = saves ? openRunSaver(folder) : undefined;
  const remarks: string[] = [];
  const onRemark = (sentence: string) => void remarks.push(sentence);
  const session = openSession({
    version,
    libraries,
    // A plain copy: the environment itself cannot cross to another process.
    ray: { environment: { ...program.env }, home: homeFolder(), ...ray },
    onRemark,
    openHost: forked(program.execArgv),
    history: openHistory(folder),
    ...(saver ? { saver } : {}),
  });
  const remoteJobText = (text: (job: RemoteJob) => string) => {
    const job = remoteJob(session.state());
    return job && text(job);
  };
  ending.leftBy(() => remoteJobText(leftText));
  return {
    session,
    async close() {
      say(program, remoteJobText(stoppingText));
      await session.close();
      const unsaved = await saver?.settled();
      say(program, unsaved && describe(unsaved));
      remarks.forEach((remark) => say(program, remark));
    },
  };
}
