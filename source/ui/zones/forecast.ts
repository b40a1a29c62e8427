import { bytes, duration } from '../../core/format.ts';
import { line, piece, spaced, spinner, type Line } from '../line.ts';
import type { Prospect } from '../prospect.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** What the plan would take: time from the calibration, memory from the workload. */
export function forecastZone(prospect: Prospect, width: number): Zone {
  const lines = [timeLine(prospect, width), memoryLine(prospect, width)];
  return { title: line('FORECAST'), priority: 1, variants: [ruled(lines), bare(lines)] };
}

function timeLine({ forecast, workload }: Prospect, width: number): Line {
  if (!forecast) {
    return line('  ', spinner, ` timing ${workload} on one worker`);
  }

  const walls = forecast.cases.map((found) => line(`${found.case} ${duration(found.wall)}`));
  return spaced(
    [line('  '), ...walls, line(`all passes ${duration(forecast.passes)}`)],
    width,
  ).slice(1);
}

function memoryLine({ memory, taskMemory }: Prospect, width: number): Line {
  const task = `${bytes(taskMemory)} a task`;
  if (!memory) {
    return line(`  memory ${task}`);
  }

  const text = `memory ${task}, ${memory.sentence}`;
  return memory.level === 'fine'
    ? line(`  ${text}`)
    : line(piece(`! ${text}`.slice(0, width), 'warning'));
}
