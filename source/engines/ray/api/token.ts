import { EngineError } from '../../../core/failure.ts';
import { isPrivate, type RayAddress } from '../../../core/plan/ray-address.ts';

export type RayToken = {
  /** Where it was found, for messages. */
  readonly from: string;
  /** Whether the user set it, rather than Ray for this machine's clusters. */
  readonly explicit: boolean;
  /** A function, so that a dump or JSON of this object does not show the token. */
  readonly reveal: () => string;
};

export type TokenSources = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Empty if there is none. */
  readonly home: string;
  /** Undefined if the file cannot be read. */
  readonly readText: (path: string) => string | undefined;
};

/**
 * The first token in Ray's own order: `RAY_AUTH_TOKEN`, the file in `RAY_AUTH_TOKEN_PATH`, `~/.ray/auth_token`. As in Ray,
 * it is an error if the file in `RAY_AUTH_TOKEN_PATH` has no token.
 */
export function rayToken({ environment, home, readText }: TokenSources): RayToken | undefined {
  const text = environment['RAY_AUTH_TOKEN']?.trim();
  if (text) {
    return token(text, 'RAY_AUTH_TOKEN', true);
  }

  const path = environment['RAY_AUTH_TOKEN_PATH']?.trim();
  if (path) {
    const found = readText(path)?.trim();
    if (!found) {
      throw new EngineError({
        code: 'ray-token',
        message: 'The file that RAY_AUTH_TOKEN_PATH names cannot be read, or is empty.',
        hint: 'Correct the path, or unset RAY_AUTH_TOKEN_PATH if the cluster needs no token.',
      });
    }

    return token(found, 'the file of RAY_AUTH_TOKEN_PATH', true);
  }

  const usual = home === '' ? undefined : readText(`${home}/.ray/auth_token`)?.trim();
  return usual ? token(usual, '~/.ray/auth_token', false) : undefined;
}

/** Whether the token is not sent: Ray wrote the default file for this machine's clusters, and plain HTTP would expose it. */
export const isWithheld = (token: RayToken, address: RayAddress): boolean =>
  !token.explicit && !isPrivate(address);

/** Whether a token sent to this address can be read on the network. */
export const isExposed = (token: RayToken, address: RayAddress): boolean =>
  token.explicit && !isPrivate(address);

function token(value: string, from: string, explicit: boolean): RayToken {
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new EngineError({
      code: 'ray-token',
      message: `The token in ${from} contains blanks or characters that a header cannot carry.`,
      hint: 'Put only the token there, on one line.',
    });
  }

  return { from, explicit, reveal: () => value };
}
