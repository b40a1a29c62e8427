import { bytes, duration } from '../../core/text/format.ts';
import type { Forecast } from '../../core/plan/forecast.ts';
import { firstFitting, line, piece, spinner, type Line } from '../canvas/line.ts';
import type { Preview } from './preview.ts';
import { bare, ruled, type Zone } from '../canvas/zone.ts';
import { priorities } from './priorities.ts';

/** The time of the plan, from the calibration, and its memory, from the workload. */
export function forecastZone(preview: Preview, width: number): Zone {
  const lines = [timeLine(preview, width), memoryLine(preview, width)];
  return {
    title: line('FORECAST'),
    priority: priorities.forecast,
    variants: [ruled(lines), bare(lines)],
  };
}

function timeLine({ forecast, workload, uncalibrated }: Preview, width: number): Line {
  if (uncalibrated) {
    return line(`  time n/a: ${workload} could not be timed`);
  }

  if (!forecast) {
    return line('  ', spinner, ` timing ${workload} on one worker`);
  }

  const { cases } = forecast;
  const walls = (unknown: string) =>
    cases.map(({ case: id, wall }) => `${id} ${wall === undefined ? unknown : duration(wall)}`);
  const forms = [
    [...walls('n/a until it has run'), passesText(forecast, 'all passes', 'over')],
    [...walls('n/a'), passesText(forecast, 'all passes', 'over')],
    [...walls('n/a'), passesText(forecast, 'all', '>')],
  ];
  const rows = forms.map((parts) =>
    parts.map((part, index) => line(index === 0 ? `  ${part}` : part)),
  );
  return firstFitting(rows, width);
}

/** The total of all passes, or its lower bound. */
function passesText({ cases, passes, whole }: Forecast, what: string, over: string): string {
  if (whole) {
    return `${what} ${duration(passes)}`;
  }

  const known = cases.some(({ wall }) => wall !== undefined);
  return `${what} ${known ? `${over} ${duration(passes)}` : 'n/a'}`;
}

function memoryLine({ memory, taskMemory }: Preview, width: number): Line {
  const task = `${bytes(taskMemory)} a task`;
  if (!memory) {
    return line(`  memory ${task}`);
  }

  const [tone, mark] =
    memory.level === 'fine' ? (['plain', ' '] as const) : (['warning', '!'] as const);
  const whole = `${mark} memory ${task}, ${memory.sentence}`;
  const shown = whole.length <= width ? whole : `${mark} memory ${memory.sentence}`;
  return line(piece(shown, tone));
}
