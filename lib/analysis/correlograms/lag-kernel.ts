// The inner loop of a correlogram, in WebAssembly, which has instructions on four numbers at once. Lags are counted in whole
// ticks, of which a bin has a power of two, so a shift tells the bin. Most time is lost where a processor guesses wrong how
// many lags a spike has: so they are taken four at a time, and those beyond the last bin are counted where nobody looks.
import {
  constant,
  get,
  isBelow,
  kind,
  loop,
  moduleBytes,
  plus,
  set,
  simd,
  unsigned
} from "../webassembly/module-bytes.js";
import {moduleExports} from "../webassembly/module-exports.js";
import type {LagBins} from "./lag-bins.js";

/** The most fixed spikes, moving spikes, and bins that are counted in one go. */
export const kernelFixed = 1024;
export const kernelMoving = 4096;
export const kernelBins = 4096;

/** A bin has 2^12 ticks. */
const SHIFT = 12;
/** The most ticks from the first fixed spike to the last. */
const MOST_TICKS = 2 ** 28;
/** Later than all. */
const NEVER = 2 ** 30;
/**
 * Two times are rounded to ticks, so their lag is at most a tick off: nearer to an edge than this, the times themselves
 * decide. All moving spikes are that much later than they are, so that no lag of a bin is less than 0.
 */
const NEAR = 2;
const LANES = 4;
/** Moving spikes that never come, behind the others: what is read ahead, and what is rounded to four. */
const PAD = 2 * LANES;
/** Of a number less than 2^31 and this, the sum has the number, rounded, in its low 32 bits. */
const ROUNDING = 1.5 * 2 ** 52;

/** What is in memory, and where (bytes). The first count is of lags before the first bin. */
const FIXED_TICKS = 0;
const MOVING_TICKS = FIXED_TICKS + 4 * kernelFixed;
const FIXED = MOVING_TICKS + 4 * (kernelMoving + PAD);
const MOVING = FIXED + 8 * kernelFixed;
/** Origin (s), ticks per second, and what is added to fixed and to moving ticks. */
const SCALE = MOVING + 8 * (kernelMoving + PAD);
const EDGES = SCALE + 32;
const COUNTS = EDGES + 8 * (kernelBins + 1) + 8;
const PAGES = Math.ceil((COUNTS + 4 * (kernelBins + 2)) / 65536);

/** Spikes, edges and counts in WebAssembly's memory. */
export interface LagKernel {
  /** Begins to count in other bins, from 0. */
  setBins(bins: LagBins): void;
  /** How long a time the fixed spikes of one go may cover (s). */
  reach({binWidth}: LagBins): number;
  /** Counts the lags between all of these spikes; `origin` is the time of the first fixed one, or near it. */
  count(fixed: Float64Array, moving: Float64Array, origin: number): void;
  /** What has been counted in each bin. */
  counts(bins: number): Uint32Array;
}

let made: LagKernel | null | undefined;

/** The kernel, made when it is first used; null where WebAssembly knows no such instructions. */
export function lagKernel(): LagKernel | null {
  if (made === undefined) made = makeKernel();
  return made;
}

function makeKernel(): LagKernel | null {
  const exported = moduleExports<{run(fixedEnd: number, movingEnd: number, end: number): void}>(kernelBytes());
  if (!exported) return null;
  const {buffer, run} = exported;
  const own = new Float64Array(buffer, FIXED);
  const others = new Float64Array(buffer, MOVING);
  const scale = new Float64Array(buffer, SCALE, 4);
  const counts = new Uint32Array(buffer, COUNTS);
  let end = 0;
  return {
    setBins({edges, bins, binWidth}) {
      new Float64Array(buffer, EDGES).set(edges);
      scale.set([0, 2 ** SHIFT / binWidth, ROUNDING - (bins / 2) * 2 ** SHIFT, ROUNDING + NEAR]);
      counts.fill(0);
      end = bins * 2 ** SHIFT + 2 * NEAR;
    },
    reach: ({binWidth}) => (MOST_TICKS / 2 ** SHIFT) * binWidth,
    count(fixed, moving, origin) {
      own.set(fixed);
      others.set(moving);
      others.fill(origin + NEVER / scale[1], moving.length, moving.length + PAD);
      scale[0] = origin;
      run(4 * fixed.length, 4 * (moving.length + LANES), end);
    },
    counts: (bins) => counts.subarray(1, 1 + bins)
  };
}

/** Places of parameters and variables. What is a place among ticks is half of the place among times. */
const local = {fixedEnd: 0, movingEnd: 1, end: 2, fixed: 3, first: 4, moving: 5, number: 6};
const [TIME, LAGS, BINS, END, WITHIN, NEARLY] = [7, 8, 9, 10, 11, 12];
const [ORIGIN, PER_SECOND, SUMMAND] = [LAGS, BINS, END];

const [ADD, SHIFT_LEFT, SHIFT_RIGHT, EQUAL, IS_LESS] = [0x6a, 0x74, 0x75, 0x46, 0x48];
const [SUBTRACT_4, LEAST_4, IS_LESS_4, BITS_4] = [0xb1, 0xb6, 0x39, 0xa4].map(simd);
const [AND, ANY, SHIFT_LEFT_4, SHIFT_RIGHT_4, SPLAT_4, SHUFFLE] = [0x4e, 0x53, 0xab, 0xac, 0x11, 0x0d].map(simd);
const [ADD_2, SUBTRACT_2, MULTIPLY_2] = [0xf0, 0xf1, 0xf2].map(simd);
const [BIT_COUNT, SUBTRACT_NUMBER, IS_AT_LEAST] = [0x69, 0xa1, 0x66];

const load = (place: number, start: number) => [...get(place), ...simd(0x00), 2, ...unsigned(start)];
const number = (start: number) => [0x2b, 3, ...unsigned(start)];
const times = (place: number[], power: number) => [...place, ...constant(power), SHIFT_LEFT];
const lane = (place: number, index: number) => [...get(place), ...simd(0x1b), index];
const lanes = [0, 1, 2, 3];

/** Rounds times to ticks, four at a time. */
function toTicks(from: number, to: number, end: number, summand: number): number[] {
  const scalar = (index: number) => [...constant(0), ...simd(0x0a), 3, ...unsigned(SCALE + 8 * index)];
  const two = (start: number) => [
    ...[...get(local.number), ...simd(0x00), 3, ...unsigned(start)],
    ...[...get(ORIGIN), ...SUBTRACT_2, ...get(PER_SECOND), ...MULTIPLY_2, ...get(SUMMAND), ...ADD_2]
  ];
  const lowBytes = [0, 8, 16, 24].flatMap((byte) => [byte, byte + 1, byte + 2, byte + 3]);
  return [
    ...[...scalar(0), ...set(ORIGIN), ...scalar(1), ...set(PER_SECOND), ...scalar(summand), ...set(SUMMAND)],
    ...[...constant(0), ...set(local.moving)],
    ...loop(
      [
        ...[...times(get(local.moving), 1), ...set(local.number)],
        ...[...get(local.moving), ...two(from), ...two(from + 16), ...SHUFFLE, ...lowBytes],
        ...[...simd(0x0b), 2, ...unsigned(to), ...plus(local.moving, 16)]
      ],
      isBelow(local.moving, end)
    )
  ];
}

/** Adds 1 to the count whose number is on the stack, times four. */
const increment = (counts: number) => [
  ...[...set(local.number), ...get(local.number), ...get(local.number), 0x28, 2, ...unsigned(counts)],
  ...[...constant(1), ADD, 0x36, 2, ...unsigned(counts)]
];

/** Counts a lag that may be on either side of the edge before it: the difference of the times is compared with the edge. */
const countExactly = (index: number) => [
  ...[...lane(LAGS, index), ...constant(SHIFT), SHIFT_RIGHT, ...set(local.number), ...get(local.number)],
  ...[...times(get(local.moving), 1), ...number(MOVING + 8 * index)],
  ...[...times(get(local.fixed), 1), ...number(FIXED), SUBTRACT_NUMBER],
  ...[...times(get(local.number), 3), ...number(EDGES), IS_AT_LEAST, ADD],
  ...[...constant(2), SHIFT_LEFT, ...increment(COUNTS)]
];

const countFour = [
  ...[...load(local.moving, MOVING_TICKS), ...get(TIME), ...SUBTRACT_4, ...get(END), ...LEAST_4, ...set(LAGS)],
  ...[...get(LAGS), ...get(WITHIN), ...AND, ...get(NEARLY), ...IS_LESS_4, ...ANY],
  ...[0x04, 0x40, ...lanes.flatMap(countExactly), 0x05],
  ...[...get(LAGS), ...constant(SHIFT), ...SHIFT_RIGHT_4, ...constant(2), ...SHIFT_LEFT_4, ...set(BINS)],
  ...[...lanes.flatMap((index) => [...lane(BINS, index), ...increment(COUNTS + 4)]), 0x0b],
  ...plus(local.moving, 4 * LANES)
];

/** Goes on to the first moving spike that is not too early. */
const goOn = loop(
  [
    ...[...load(local.first, MOVING_TICKS), ...get(TIME), ...IS_LESS_4, ...BITS_4, BIT_COUNT, ...set(local.number)],
    ...[...get(local.first), ...times(get(local.number), 2), ADD, ...set(local.first)]
  ],
  [...get(local.number), ...constant(LANES), EQUAL]
);

function kernelBytes(): Uint8Array<ArrayBuffer> {
  const body = [
    ...toTicks(FIXED, FIXED_TICKS, local.fixedEnd, 2),
    ...toTicks(MOVING, MOVING_TICKS, local.movingEnd, 3),
    ...[...get(local.end), ...SPLAT_4, ...set(END), ...constant(2 ** SHIFT - 1), ...SPLAT_4, ...set(WITHIN)],
    ...[...constant(2 * NEAR), ...SPLAT_4, ...set(NEARLY)],
    ...loop(
      [
        ...[...get(local.fixed), ...simd(0x09), 2, ...unsigned(FIXED_TICKS), ...set(TIME)],
        ...goOn,
        ...[...get(local.first), ...set(local.moving)],
        ...loop(countFour, [...lane(LAGS, LANES - 1), ...get(local.end), IS_LESS]),
        ...plus(local.fixed, 4)
      ],
      isBelow(local.fixed, local.fixedEnd)
    )
  ];
  const locals = [
    [4, kind.i32],
    [6, kind.v128]
  ] as const;
  return moduleBytes({functions: {run: {parameters: 3, locals, body}}, pages: PAGES});
}
