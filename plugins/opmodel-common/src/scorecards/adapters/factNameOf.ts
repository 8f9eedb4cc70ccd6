/** The longest name of a provider or a fact. Characters. */
const longest = 63;

/**
 * The name by which expressions speak of something that another tool calls otherwise: whatever is neither a letter nor a digit is left
 * out, and the letter behind it becomes large; the first letter becomes small. `github.open_prs` is `githubOpenPrs`, `SLA-met` is
 * `sLAMet`, and `2fa` is `f2fa`, since a name begins with a letter.
 *
 * @returns empty for what has neither a letter nor a digit
 */
export function factNameOf(id: string): string {
  const words = id.split(/[^a-zA-Z0-9]+/).filter(word => word !== '');
  const joined = words
    .map((word, at) =>
      at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
  const named = /^\d/.test(joined) ? `f${joined}` : joined;
  return (named.charAt(0).toLowerCase() + named.slice(1)).slice(0, longest);
}
