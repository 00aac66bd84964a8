/** How use of a made-up customer moves. */
export const shapes = ['linear', 'steps', 'weeks', 'saturating', 'wandering', 'outliers', 'flat'] as const;
export type Shape = (typeof shapes)[number];

/** Daily use up to a day, the limit, and on which day after it use was above the limit for the first time. */
export type History = {
  readonly shape: Shape;
  readonly past: readonly number[];
  readonly limit: number;
  readonly crossesAfter: number;
};

type Draw = {
  readonly share: () => number;
  readonly among: (least: number, most: number) => number;
  readonly bell: () => number;
};

const farthest = 365;

/**
 * Returns the made-up histories of a seed: as many as asked for that cross within a year, and those that came up on the
 * way and do not. Nothing here is shared with the forecast.
 */
export function histories(
  count: number,
  seed: number,
): { readonly made: History[]; readonly never: History[] } {
  const draw = drawing(seed);
  const made: History[] = [];
  const never: History[] = [];
  for (let tries = 0; made.length < count && tries < 100 * count; tries += 1) {
    const history = oneOf(shapes[made.length % shapes.length]!, draw);
    if (history !== 'already') (Number.isFinite(history.crossesAfter) ? made : never).push(history);
  }
  return { made, never };
}

function oneOf(shape: Shape, draw: Draw): History | 'already' {
  const length = Math.round(draw.among(30, 300));
  const lead = Math.round(draw.among(5, 120));
  const { smooth, seen } = courseOf(shape, length + farthest, draw);
  const past = seen.slice(0, length);
  const now = peakAround(smooth, length);
  const then = shape === 'flat' ? now * draw.among(1.02, 1.12) : peakAround(smooth, length + lead);
  const limit = Math.round(now + (then - now) * draw.among(0.4, 1));
  if (past.some((value) => value > limit)) return 'already';
  const after = seen.slice(length).findIndex((value) => value > limit);
  return { shape, past, limit, crossesAfter: after === -1 ? Number.POSITIVE_INFINITY : after + 1 };
}

/** Use without its noise, at its highest in the week of a day. A limit lies between that of now and that of a later day. */
function peakAround(values: readonly number[], at: number): number {
  return Math.max(...values.slice(Math.max(0, at - 3), at + 4));
}

/** A course over the days: without noise, and as it is seen (whole units, none below zero). */
function courseOf(shape: Shape, days: number, draw: Draw): { smooth: number[]; seen: number[] } {
  const start = draw.among(40, 800);
  const slope = (start * draw.among(0.1, 0.9)) / 100 / 2;
  const noise = start * draw.among(0.004, 0.03);
  const smooth = smoothCourse(shape, { start, slope, days }, draw);
  let mood = 0;
  const seen = smooth.map((value) => {
    mood = shape === 'flat' ? 0.3 * mood + draw.bell() * noise : draw.bell() * noise;
    return Math.max(0, Math.round(value + mood + oddity(shape, value, draw)));
  });
  return { smooth, seen };
}

/** A day in twenty something is off: half the use is missing, or a little more than usual is there. */
function oddity(shape: Shape, value: number, draw: Draw): number {
  if (shape !== 'outliers' || draw.share() > 0.05) return 0;
  return draw.share() < 0.7 ? -value * draw.among(0.2, 0.9) : value * draw.among(0.02, 0.1);
}

type Size = { readonly start: number; readonly slope: number; readonly days: number };

function smoothCourse(shape: Shape, { start, slope, days }: Size, draw: Draw): number[] {
  const all = Array.from({ length: days }, (_, i) => i);
  switch (shape) {
    case 'linear':
    case 'outliers':
      return all.map((i) => start + slope * i);
    case 'flat':
      return all.map(() => start);
    case 'weeks': {
      const weekend = draw.among(0.3, 0.85);
      const shift = Math.round(draw.among(0, 6));
      return all.map((i) => (start + slope * i) * ((i + shift) % 7 >= 5 ? weekend : 1));
    }
    case 'saturating': {
      const patience = draw.among(80, 400);
      const room = slope * patience;
      return all.map((i) => start + room * (1 - Math.exp(-i / patience)));
    }
    case 'steps': {
      const every = draw.among(7, 30);
      let level = start;
      return all.map(() => {
        if (draw.share() < 1 / every) level += slope * every * draw.among(0.4, 1.6);
        return level;
      });
    }
    case 'wandering': {
      let level = start;
      const stride = slope * draw.among(1, 4);
      return all.map(() => {
        level = Math.max(1, level + slope + stride * draw.bell());
        return level;
      });
    }
  }
}

/** Draws of a seed: mulberry32 by Tommy Ettinger; the bell curve by Box and Muller. */
function drawing(seed: number): Draw {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const bell = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return { share, bell, among: (least, most) => least + (most - least) * share() };
}
