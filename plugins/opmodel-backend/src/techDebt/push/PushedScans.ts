import type { DebtFindingPort } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import type {
  DebtScan,
  DebtScanPort,
  DebtScanResult,
} from '../../intake/DebtScanPort';
import { readSarifScan } from './readSarifScan';
import { readSonarScan } from './readSonarScan';
import type { ReadScan } from './ReadScan';
import type { ScanSettings } from './scanSettings';

/**
 * Suggests as debt what tools find and pipelines send. It is kept also of an entity that the catalog does not have yet.
 */
export class PushedScans implements DebtScanPort {
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;
  readonly #findings: DebtFindingPort;
  readonly #settings: ScanSettings;

  constructor(options: {
    catalog: Pick<CatalogStore, 'existingRefs'>;
    findings: DebtFindingPort;
    settings: ScanSettings;
  }) {
    this.#catalog = options.catalog;
    this.#findings = options.findings;
    this.#settings = options.settings;
  }

  async keep(scan: DebtScan): Promise<DebtScanResult> {
    const { format, entityRef, scannedAt } = scan;
    if (!this.#findings.takes(format)) {
      return { status: 'rejected', reason: `${format} is switched off here` };
    }
    const read = this.#read(scan);
    if ('errors' in read) {
      return { status: 'rejected', errors: read.errors };
    }
    const { parts, reading } = read;
    for (const { part, suggestions, leftOut } of parts) {
      await this.#findings.keep({
        source: format,
        entityRef,
        at: scannedAt,
        part,
        suggestions,
        leftOut,
        isComplete: reading.isComplete,
      });
    }
    const existing = await this.#catalog.existingRefs([entityRef], seesAll);
    return existing.has(entityRef)
      ? { status: 'accepted', reading }
      : {
          status: 'unmapped',
          reason: `the catalog has no entity ${entityRef}`,
          reading,
        };
  }

  #read({ format, entityRef, content }: DebtScan): ReadScan {
    const { sarif, sonarqube } = this.#settings;
    return format === 'sarif'
      ? readSarifScan(content, { ...sarif, entityRef })
      : readSonarScan(content, { ...sonarqube, entityRef });
  }
}
