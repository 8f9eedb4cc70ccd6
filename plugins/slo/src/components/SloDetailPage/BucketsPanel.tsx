import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SloBucketPage,
  SloBucketRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExportRows,
  NO_VALUE,
  PagedRows,
  Panel,
  ScrollArea,
  SegmentedButtons,
  StateChip,
  useDenseTableStyles,
  useFormats,
  useOpmodelApi,
  useRowPages,
  type CsvColumn,
  type RowExport,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ObjectiveId } from '../../hooks/sloQueries';
import { headOfNow } from '../../hooks/useSloFleet';
import { sloDetailTranslationRef } from '../../translations/detail';
import { useSloFormats } from '../../words/useSloFormats';
import { resolutions, useDetailParams } from './useDetailParams';

const ROWS = 20;

const csvColumns: ReadonlyArray<CsvColumn<SloBucketRow>> = [
  ['start', row => row.start],
  ['seconds', row => row.seconds],
  ['good', row => row.good],
  ['total', row => row.total],
  ['slices', row => row.slices],
  ['good_slices', row => row.goodSlices],
  ['corrected', row => row.corrected],
];

/** The counts behind a budget, newest first. */
export function BucketsPanel(props: {
  id: ObjectiveId;
  zone: string | null;
  target: number;
}) {
  const { id, zone, target } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const api = useOpmodelApi();
  const { resolution, choose } = useDetailParams();
  const filter = {
    objective: id.objective,
    resolution: resolutions[resolution],
  };
  const exported: RowExport<SloBucketPage> = {
    content: 'slo-measurements',
    scopeRef: id.sloRef,
    source: {
      filter: { sloRef: id.sloRef, ...filter },
      requestPage: (page, signal) =>
        api.listSloBuckets(id.sloRef, { ...filter, ...page }, { signal }),
    },
    head: headOfNow,
    columns: () => csvColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: ROWS,
    subject: `${id.sloRef} ${id.objective}`,
  });
  return (
    <Panel
      flush
      title={t('buckets.title')}
      actions={
        <SegmentedButtons
          label={t('buckets.resolution')}
          value={resolution}
          options={[
            { id: 'five', label: t('buckets.five') },
            { id: 'hour', label: t('buckets.hour') },
            { id: 'day', label: t('buckets.day') },
          ]}
          onChange={chosen => choose({ resolution: chosen })}
        />
      }
    >
      <PagedRows
        pages={pages}
        subject={t('buckets.subject')}
        label={t('buckets.pages')}
        skeletonRows={ROWS / 2}
        empty={t('buckets.empty')}
        actions={page => (
          <ExportRows
            exported={exported}
            totalRows={page.totalItems}
            subject={t('buckets.title')}
          />
        )}
      >
        {page => (
          <BucketTable buckets={page.items} zone={zone} target={target} />
        )}
      </PagedRows>
    </Panel>
  );
}

function BucketTable(props: {
  buckets: readonly SloBucketRow[];
  zone: string | null;
  target: number;
}) {
  const { buckets, zone, target } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const table = useDenseTableStyles();
  return (
    <ScrollArea label={t('buckets.title')}>
      <table className={table.table} aria-label={t('buckets.title')}>
        <thead>
          <tr>
            <th scope="col">{t('buckets.start')}</th>
            <th scope="col" className={table.number}>
              {t('buckets.good')}
            </th>
            <th scope="col" className={table.number}>
              {t('buckets.total')}
            </th>
            <th scope="col" className={table.number}>
              {t('buckets.share')}
            </th>
            <th scope="col" className={table.number}>
              {t('buckets.slices')}
            </th>
            <th scope="col">{t('buckets.state')}</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(bucket => (
            <tr key={bucket.start}>
              <th scope="row">
                {formats.instant(bucket.start, zone ?? undefined)}
              </th>
              <td className={table.number}>{figures.events(bucket.good)}</td>
              <td className={table.number}>{figures.events(bucket.total)}</td>
              <td className={table.number}>
                {bucket.total === 0
                  ? NO_VALUE
                  : figures.attainment(
                      Math.min(1, bucket.good / bucket.total),
                      target,
                    )}
              </td>
              <td className={table.number}>
                {bucket.slices === null
                  ? NO_VALUE
                  : `${formats.count(bucket.goodSlices)} / ${formats.count(
                      bucket.slices,
                    )}`}
              </td>
              <td>
                {bucket.corrected ? (
                  <StateChip state="exempt" label={t('buckets.corrected')} />
                ) : (
                  t('buckets.counts')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
