import type { Milliseconds } from '../../core/units.ts';
import type { HostSetup, OpenHost } from '../../host/border.ts';
import type { LineRequest } from '../../host/parent/line.ts';
import { openMeasuringHost, type MeasuringHost } from '../../host/parent/measuring-host.ts';
import {
  asFoundBy,
  openOtherAccount,
  withAccount,
  type OtherAccount,
} from '../../machine/process-account.ts';
import { realSystem } from '../../machine/real-system.ts';
import type { System } from '../../machine/system.ts';
import { realTiming } from '../real-timing.ts';
import { watchHost, type HostWatch } from './host-watch.ts';
import { openStore, type Store } from './store.ts';

export type WatchedHostRequest = {
  readonly version: string;
  readonly ray: Omit<HostSetup['ray'], 'version'>;
  /** Starts what measures. */
  readonly openHost: OpenHost;
  /** Receives a sentence for the user: what could not be removed, what had to be begun again. */
  readonly onRemark?: (sentence: string) => void;
};

export type WatchedHost = Pick<HostWatch, 'hurry' | 'stop'> & {
  readonly store: Store;
  readonly host: MeasuringHost;
  /** The system as the host finds it; the CPU time of both processes counts as our own. */
  readonly system: System;
};

/** A host whose events go into a store together with our own, and whose standstill is noticed. */
export function openWatchedHost(request: WatchedHostRequest): WatchedHost {
  const { version, ray, openHost } = request;
  const store = openStore({ isBusy: () => host.isBusy(), isWaiting: () => host.isWaiting() });
  const host = openMeasuringHost({
    open: openHost,
    setup: { began: store.began, ray: { ...ray, version } },
    hear: (told) => hear(told),
    onSign: () => heard(),
  });
  const account = openOtherAccount(realSystem, host.pid);
  let helper: number | undefined;
  const helpers = openOtherAccount(realSystem, () => helper);
  const { heard, hurry, stop } = watchHost({
    system: realSystem,
    host,
    timing: realTiming,
    onChange: (pid) =>
      store.observe(pid === undefined ? { type: 'host-continued' } : { type: 'host-stopped', pid }),
  });
  const hear = hearing(request, { store, account, onHelper: (pid) => void (helper = pid) });
  const stopTelling = tellAccount(host);
  return {
    store,
    host,
    system: asFoundBy(withAccount(withAccount(realSystem, account), helpers), host.pid),
    hurry,
    stop() {
      stop();
      stopTelling();
    },
  };
}

type Hearing = {
  readonly store: Store;
  readonly account: OtherAccount;
  readonly onHelper: (pid: number) => void;
};

const hearing =
  ({ onRemark }: WatchedHostRequest, { store, account, onHelper }: Hearing): LineRequest['hear'] =>
  (told) => {
    switch (told.type) {
      case 'happened':
        store.hear.there(told.event);
        break;
      case 'mark':
        if (told.own !== undefined) {
          account.told(told.own);
        }

        store.hear.until(told.at);
        break;
      case 'helped':
        onHelper(told.pid);
        break;
      case 'remarked':
        onRemark?.(told.sentence);
    }
  };

const accountPeriod: Milliseconds = 500;

/** Tells the host our CPU time where it cannot read it by itself. Returns a function that stops it. */
function tellAccount({ account }: MeasuringHost): () => void {
  if (realSystem.readText('/proc/self/stat') !== undefined) {
    return () => {};
  }

  const timer = setInterval(() => account(realSystem.processTime()), accountPeriod).unref();
  return () => clearInterval(timer);
}
