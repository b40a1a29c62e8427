import type { System } from './system.ts';

/** Zones and chips that measure the processor alone. */
const zoneTypes = /^(x86_pkg_temp|cpu[-_].*|soc[-_]thermal)$/;
const chipNames = /^(coretemp|k10temp|zenpower|cpu_thermal|cpu-thermal)$/;

/** A processor stops itself between 100 and 125 °C: beyond these, in °C, a sensor has no reading. */
const [coldest, hottest] = [-55, 150];

/** Reads the processor's hottest sensor, in °C; undefined without sensors. They are looked up once. */
export function openThermometer(system: System): () => number | undefined {
  let sensors: ReadonlyArray<() => string | undefined> | undefined;
  return () => {
    sensors ??= sensorFiles(system).flatMap((path) => system.openText(path) ?? []);
    const readings = sensors.map((read) => Number.parseInt(read() ?? '', 10) / 1000);
    const known = readings.filter((celsius) => celsius >= coldest && celsius <= hottest);
    return known.length > 0 ? Math.max(...known) : undefined;
  };
}

function sensorFiles(system: System): readonly string[] {
  const zones = foldersIn(system, '/sys/class/thermal', /^thermal_zone\d+$/)
    .filter((folder) => zoneTypes.test(system.readText(`${folder}/type`)?.trim() ?? ''))
    .map((folder) => `${folder}/temp`);
  const chips = foldersIn(system, '/sys/class/hwmon', /^hwmon\d+$/)
    .filter((folder) => chipNames.test(system.readText(`${folder}/name`)?.trim() ?? ''))
    .map((folder) => `${folder}/${packageSensor(system, folder)}_input`);
  return [...zones, ...chips];
}

/**
 * A chip's first sensor measures the whole package; the sensors of its cores would add a file each. On AMD the first one
 * may be Tctl, which controls the fan and lies up to 27 °C above the temperature, Tdie.
 */
const packageSensor = (system: System, folder: string): string =>
  ['temp1', 'temp2', 'temp3'].find(
    (sensor) => system.readText(`${folder}/${sensor}_label`)?.trim() === 'Tdie',
  ) ?? 'temp1';

const foldersIn = (system: System, folder: string, name: RegExp): readonly string[] =>
  (system.readFolder(folder) ?? [])
    .filter((found) => name.test(found))
    .map((found) => `${folder}/${found}`);
