/** Red, green and blue between 0 and 255. */
export type Rgb = [number, number, number];

/** Reads `#rrggbb`. */
export function parseHex(hex: string): Rgb {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) {
    throw new TypeError(`Expected a colour like #1a2b3c, got '${hex}'`);
  }
  const value = Number.parseInt(digits, 16);
  /* eslint-disable no-bitwise */
  return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
  /* eslint-enable no-bitwise */
}

/** A channel of sRGB (0 to 255) as linear light (0 to 1). */
export function toLinear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [
    luminance(parseHex(one)),
    luminance(parseHex(other)),
  ].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour laid over an opaque ground. */
export function blend(colour: string, ground: string, opacity: number): string {
  const top = parseHex(colour);
  return `#${parseHex(ground)
    .map((channel, index) =>
      Math.round(channel + (top[index] - channel) * opacity)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
