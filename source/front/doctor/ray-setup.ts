import type { DoctorOptions } from '../../options/options.ts';
import type { ObserverRequest } from '../../session/doctor/observer.ts';
import { homeFolder } from '../home-folder.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a connection to a cluster depends on. */
export const raySetup = (
  { ray }: DoctorOptions,
  { program: { env }, version }: Surroundings,
): ObserverRequest['ray'] => ({ version, environment: env, home: homeFolder(), ...ray });
