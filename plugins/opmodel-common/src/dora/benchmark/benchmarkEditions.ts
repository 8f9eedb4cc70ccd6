import type { BenchmarkEdition } from './bands';
import { edition2019 } from './editions/edition2019';
import { edition2021 } from './editions/edition2021';
import { edition2022 } from './editions/edition2022';
import { edition2023 } from './editions/edition2023';
import { edition2024 } from './editions/edition2024';
import { edition2025 } from './editions/edition2025';

/** Every edition of the DORA report that numbers can be compared with, oldest first. There was no report in 2020. */
export const benchmarkEditions: readonly BenchmarkEdition[] = [
  edition2019,
  edition2021,
  edition2022,
  edition2023,
  edition2024,
  edition2025,
];
