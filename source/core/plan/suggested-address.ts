import { failureOf } from '../failure.ts';
import { rayAddress, type RayAddress } from './ray-address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** In Ray's own order of precedence. */
const variables = ['RAY_API_SERVER_ADDRESS', 'RAY_ADDRESS'] as const;

/** The address in the environment; undefined unless one of the variables is that of a dashboard. */
export const suggestedAddress = (environment: Environment): RayAddress | undefined =>
  suggestionsIn(environment).find((suggestion) => typeof suggestion !== 'string');

/** Why what the environment names is not taken: "RAY_ADDRESS is auto, which names no dashboard"; undefined if something is, or nothing is there. */
export function refusedSuggestion(environment: Environment): string | undefined {
  const suggestions = suggestionsIn(environment);
  return suggestions.every((suggestion) => typeof suggestion === 'string')
    ? suggestions[0]
    : undefined;
}

/** The address of each variable that is set, or why it is none. */
const suggestionsIn = (environment: Environment): readonly (RayAddress | string)[] =>
  variables.flatMap((from) => {
    const text = environment[from]?.trim();
    return text ? [addressOrReason(text, from)] : [];
  });

function addressOrReason(text: string, from: string): RayAddress | string {
  try {
    return rayAddress(text, from);
  } catch (error) {
    const { message } = failureOf(error);
    return message.replace(`The Ray address (from ${from})`, from).replace(/\.$/, '');
  }
}
