import type { RayAddress } from '../../../core/plan/ray-address.ts';

/** The server that a request went to, and what fibtui sends along. */
export type Endpoint = {
  readonly address: RayAddress;
  /** Names of the user's headers that only a browser would send. */
  readonly browserHeaders: readonly string[];
  readonly token?: { readonly from: string; readonly withheld: boolean };
  /** Ray's version, once known. */
  readonly ray?: string;
};

/** The address as messages name it. */
export const where = ({ address }: Pick<Endpoint, 'address'>): string =>
  `${address.base} (from ${address.from})`;
