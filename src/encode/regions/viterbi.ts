/** The best way through a linear chain of states. */
export interface Chain {
  /** For each place its state on the best way. */
  readonly states: readonly number[];
  /** For each place by how much the best way beats the best one that has a state of another class there. */
  readonly margins: readonly number[];
  /** For each place the state that the best way of another class has there. */
  readonly rivals: readonly number[];
  /** By how much the best way of all beats the best one that has a certain state at a place. */
  loss(place: number, state: number): number;
}

/** What a chain is made of. Scores add up; the higher the better; `-Infinity` forbids. */
export interface ChainModel {
  readonly states: number;
  readonly length: number;
  /** How well each state fits a place; written into `scores`, one number a state. */
  emit(place: number, scores: Float64Array): void;
  /** How well a state follows another at a place: one row for each state before, one column for each after. */
  transitions(place: number): Float64Array;
  /** How well a state begins the chain. */
  readonly first: Float64Array;
  /** States of the same class are the same reading. */
  readonly classOf: readonly number[];
}

const FORBIDDEN = Number.NEGATIVE_INFINITY;

/**
 * The Viterbi algorithm forwards and backwards: the heaviest way through all places, and for each place by how much it beats the heaviest way of
 * another class (max-marginals). Time is places × states² at most; states that a place forbids cost nothing.
 */
export function bestChain(model: ChainModel): Chain {
  const { states: count, length } = model;
  if (length === 0) return { states: [], margins: [], rivals: [], loss: () => 0 };
  const emitted = new Float64Array(length * count);
  const scores = new Float64Array(count);
  for (let place = 0; place < length; place++) {
    model.emit(place, scores);
    emitted.set(scores, place * count);
  }
  const { ahead, from } = forwards(model, emitted);
  return traced(model, ahead, backwards(model, emitted), from);
}

function forwards(
  model: ChainModel,
  emitted: Float64Array,
): { readonly ahead: Float64Array; readonly from: Int16Array } {
  const { states: count, length, first } = model;
  const ahead = new Float64Array(length * count).fill(FORBIDDEN);
  const from = new Int16Array(length * count);
  for (let after = 0; after < count; after++) ahead[after] = (first[after] as number) + (emitted[after] as number);
  const allowed = new Int16Array(count);
  for (let place = 1; place < length; place++) {
    const transitions = model.transitions(place);
    const here = place * count;
    let open = 0;
    for (let state = 0; state < count; state++) if (emitted[here + state] !== FORBIDDEN) allowed[open++] = state;
    for (let before = 0; before < count; before++) {
      const weight = ahead[here - count + before] as number;
      if (weight === FORBIDDEN) continue;
      for (let at = 0; at < open; at++) {
        const after = allowed[at] as number;
        const so = weight + (transitions[before * count + after] as number) + (emitted[here + after] as number);
        if (so > (ahead[here + after] as number)) {
          ahead[here + after] = so;
          from[here + after] = before;
        }
      }
    }
  }
  return { ahead, from };
}

function backwards(model: ChainModel, emitted: Float64Array): Float64Array {
  const { states: count, length } = model;
  const behind = new Float64Array(length * count);
  behind.fill(FORBIDDEN, 0, (length - 1) * count);
  for (let place = length - 2; place >= 0; place--) {
    const transitions = model.transitions(place + 1);
    const here = place * count;
    const next = here + count;
    for (let after = 0; after < count; after++) {
      const weight = (emitted[next + after] as number) + (behind[next + after] as number);
      if (weight === FORBIDDEN) continue;
      for (let before = 0; before < count; before++) {
        const so = weight + (transitions[before * count + after] as number);
        if (so > (behind[here + before] as number)) behind[here + before] = so;
      }
    }
  }
  return behind;
}

function traced(
  { states: count, length, classOf }: ChainModel,
  ahead: Float64Array,
  behind: Float64Array,
  from: Int16Array,
): Chain {
  const states = new Array<number>(length).fill(0);
  let last = 0;
  const end = (length - 1) * count;
  for (let state = 1; state < count; state++) {
    if ((ahead[end + state] as number) > (ahead[end + last] as number)) last = state;
  }
  for (let place = length - 1; place >= 0; place--) {
    states[place] = last;
    last = from[place * count + last] as number;
  }
  const margins: number[] = [];
  const rivals: number[] = [];
  for (const [place, own] of states.entries()) {
    const here = place * count;
    let rival = FORBIDDEN;
    let rivalState = own;
    for (let state = 0; state < count; state++) {
      if (classOf[state] === classOf[own]) continue;
      const whole = (ahead[here + state] as number) + (behind[here + state] as number);
      if (whole > rival) {
        rival = whole;
        rivalState = state;
      }
    }
    margins.push((ahead[here + own] as number) + (behind[here + own] as number) - rival);
    rivals.push(rivalState);
  }
  const best = (place: number, state: number): number =>
    (ahead[place * count + state] as number) + (behind[place * count + state] as number);
  return { states, margins, rivals, loss: (place, state) => best(place, states[place] as number) - best(place, state) };
}
