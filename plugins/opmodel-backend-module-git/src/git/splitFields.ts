/**
 * Splits a stream at its NUL bytes. Text that is no UTF-8 gets replacement characters.
 */
export async function* splitFields(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<string[], void, void> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(0);
    if (end < 0) {
      rest.push(chunk);
      continue;
    }
    // Cut at NUL bytes only, a character is never torn apart.
    const fields = Buffer.concat([...rest, chunk.subarray(0, end)])
      .toString('utf8')
      .split('\0');
    rest = [chunk.subarray(end + 1)];
    yield fields;
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) {
    yield [last.toString('utf8')];
  }
}
