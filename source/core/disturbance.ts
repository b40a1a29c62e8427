import type { CauseCode } from './cause-code.ts';

/** What takes CPU time away from a pass, as its conditions tell. */
export type Disturbance = 'throttled' | 'stolen' | 'others';

export const disturbances: Readonly<
  Record<Disturbance, { readonly code: CauseCode; readonly text: (time: string) => string }>
> = {
  throttled: {
    code: 'throttled',
    text: (time) => `the quota of its control group held it back for ${time}`,
  },
  stolen: { code: 'stolen', text: (time) => `the hypervisor took ${time} of CPU time away` },
  others: { code: 'other-load', text: (time) => `other processes took ${time} of CPU time` },
};
