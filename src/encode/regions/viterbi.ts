/** The best way through a linear chain of states. */
export interface Chain {
  /** For each place its state on the best way. */
  readonly states: readonly number[];
  /** For each place by how much the best way beats the best one that has a state of another class there. */
  readonly margins: readonly number[];
  /** For each place the state that the best way of another class has there. */
  readonly rivals: readonly number[];
}

/** What a chain is made of. Scores add up; the higher the better; `-Infinity` forbids. */
export interface ChainModel {
  readonly states: number;
  readonly length: number;
  /** How well a state fits a place; written into `scores`, one number a state. */
  emit(place: number, scores: Float64Array): void;
  /** How well a state follows another. */
  readonly transitions: Float64Array;
  /** What of a step depends on the place: added where the state changes from `before` to `after`. */
  step?(place: number, before: number, after: number): number;
  /** How well a state begins the chain. */
  readonly first: Float64Array;
  /** States of the same class are the same reading. */
  readonly classOf: readonly number[];
}

/**
 * The Viterbi algorithm forwards and backwards: the heaviest way through all places, and for each place by how much it beats the heaviest way
 * of another class (max-marginals). Time is places × states².
 */
export function bestChain(model: ChainModel): Chain {
  const { states: count, length, transitions, classOf } = model;
  if (length === 0) return { states: [], margins: [], rivals: [] };
  const emitted = new Float64Array(length * count);
  const scores = new Float64Array(count);
  const ahead = new Float64Array(length * count);
  const from = new Int16Array(length * count);
  for (let place = 0; place < length; place++) {
    scores.fill(0);
    model.emit(place, scores);
    emitted.set(scores, place * count);
    for (let after = 0; after < count; after++) {
      const own = scores[after] ?? 0;
      let best = place === 0 ? (model.first[after] ?? 0) : Number.NEGATIVE_INFINITY;
      if (place > 0) {
        for (let before = 0; before < count; before++) {
          const so = (ahead[(place - 1) * count + before] ?? 0) + stepOf(model, transitions, place, before, after);
          if (so > best) {
            best = so;
            from[place * count + after] = before;
          }
        }
      }
      ahead[place * count + after] = best + own;
    }
  }
  const behind = new Float64Array(length * count);
  for (let place = length - 2; place >= 0; place--) {
    for (let before = 0; before < count; before++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let after = 0; after < count; after++) {
        const at = (place + 1) * count + after;
        const so = stepOf(model, transitions, place + 1, before, after) + (emitted[at] ?? 0) + (behind[at] ?? 0);
        if (so > best) best = so;
      }
      behind[place * count + before] = best;
    }
  }
  return traced(ahead, behind, from, length, count, classOf);
}

function stepOf(model: ChainModel, transitions: Float64Array, place: number, before: number, after: number): number {
  return (transitions[before * model.states + after] ?? 0) + (model.step?.(place, before, after) ?? 0);
}

function traced(ahead: Float64Array, behind: Float64Array, from: Int16Array, length: number, count: number, classOf: readonly number[]): Chain {
  const states: number[] = new Array<number>(length).fill(0);
  let last = 0;
  for (let state = 1; state < count; state++) {
    if ((ahead[(length - 1) * count + state] ?? 0) > (ahead[(length - 1) * count + last] ?? 0)) last = state;
  }
  for (let place = length - 1; place >= 0; place--) {
    states[place] = last;
    last = from[place * count + last] ?? 0;
  }
  const margins: number[] = [];
  const rivals: number[] = [];
  for (let place = 0; place < length; place++) {
    const own = states[place] ?? 0;
    let rival = Number.NEGATIVE_INFINITY;
    let rivalState = own;
    for (let state = 0; state < count; state++) {
      if (classOf[state] === classOf[own]) continue;
      const whole = (ahead[place * count + state] ?? 0) + (behind[place * count + state] ?? 0);
      if (whole > rival) {
        rival = whole;
        rivalState = state;
      }
    }
    margins.push((ahead[place * count + own] ?? 0) + (behind[place * count + own] ?? 0) - rival);
    rivals.push(rivalState);
  }
  return { states, margins, rivals };
}
