/** A share with what it is computed from. */
export interface FlowRatio {
  /** 0 to 1; null where nothing is divided by. */
  value: number | null;
  numerator: number;
  denominator: number;
}

/** A share, null where nothing is divided by. */
export function flowRatio(numerator: number, denominator: number): FlowRatio {
  return {
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
  };
}
