import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/**
 * The Chromium that is installed on this machine, or undefined. Playwright's
 * own download is not used, so that the browser is one more package of the
 * system and nothing is fetched from elsewhere.
 */
export function findChromium(environment = process.env) {
  if (environment.CHROMIUM_PATH) {
    return environment.CHROMIUM_PATH;
  }
  return (environment.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap(folder => NAMES.map(name => join(folder, name)))
    .find(file => existsSync(file));
}
