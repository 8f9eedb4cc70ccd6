/** The runs of known values between gaps, so that no line is drawn through no data. */
export function segments(
  values: ReadonlyArray<number | null>,
): Array<Array<{ index: number; value: number }>> {
  const runs: Array<Array<{ index: number; value: number }>> = [];
  let run: Array<{ index: number; value: number }> = [];
  values.forEach((value, index) => {
    if (value !== null) {
      run.push({ index, value });
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  });
  return run.length > 0 ? [...runs, run] : runs;
}
