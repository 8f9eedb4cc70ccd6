import { endOfLifeFrameworks } from './endOfLifeFrameworks';
import { endOfLifePlatforms } from './endOfLifePlatforms';
import { endOfLifeRuntimes } from './endOfLifeRuntimes';
import type { EndOfLifeTable } from './endOfLifeTable';

/**
 * The table that is shipped. A configured one, read by `readEndOfLifeTable`, replaces it.
 *
 * Each product names the vendor's page that its days come from; they were compared with the data of endoflife.date, of the release schedule
 * of Node.js and of Debian's distro-info, but for Python 3.14 and PostgreSQL 18, which follow from the vendors' rules of five years. Where a
 * vendor names a month, its last day stands here; where a vendor promises "at least until", that day. What could not be confirmed is left
 * out, so a version that is not in it is unknown and not supported:
 *
 * - Java stands for the builds of Eclipse Temurin, and .NET for .NET and .NET Core.
 * - `endsOn` of Debian is the end of its long-term support, of Ubuntu that of standard security maintenance, of Spring Boot that of open-source
 *   support, of MySQL that of extended support.
 * - Of Redis only versions whose end follows from its policy are in it; React names no ends, so it is not in it.
 */
export const endOfLifeFacts: EndOfLifeTable = {
  compiledOn: '2026-11-23',
  products: [
    ...endOfLifeRuntimes,
    ...endOfLifePlatforms,
    ...endOfLifeFrameworks,
  ],
};
