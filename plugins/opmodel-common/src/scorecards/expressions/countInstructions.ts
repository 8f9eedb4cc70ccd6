const repetition = /^\{(\d{1,9})(?:,(\d{0,9}))?\}/;

/** A class, something escaped, or one character. */
const atom = /^(?:\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.)/su;

/**
 * How many instructions a pattern comes to at most, found without reading it as one, which takes time with their number: `(a{1000}){9}` is short
 * to write and nine thousand of them. What is no pattern may be counted as anything.
 */
export function countInstructions(pattern: string): number {
  const groups: number[] = [];
  let sum = 0;
  let last = 0;
  let at = 0;
  const add = (instructions: number) => {
    sum += instructions;
    last = instructions;
  };
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const [, least, most] = repetition.exec(rest) ?? [];
    const width = (repetition.exec(rest) ?? atom.exec(rest))![0].length;
    if (least !== undefined) {
      // Each may be left out, which is an instruction too; without an end, the last one is walked through again.
      const times = Math.max(Number(least) + 1, Number(most ?? 0));
      sum += last * times * 2 - last;
      last *= times * 2;
    } else if (rest.startsWith('(')) {
      groups.push(sum);
      sum = 2;
      last = 0;
    } else if (rest.startsWith(')')) {
      const inner = sum;
      sum = groups.pop() ?? 0;
      add(inner);
    } else {
      add(rest.startsWith('\\') || rest.startsWith('[') ? 2 : 1);
    }
    at += width;
  }
  return groups.reduce((whole, outer) => whole + outer, sum);
}
