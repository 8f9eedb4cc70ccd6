import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Acceptance,
  SloCorrection,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NoteChip,
  PagedRows,
  Panel,
  ScrollArea,
  useDenseTableStyles,
  useFormats,
  useOpmodelApi,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { acceptancesRouteRef } from '../../routes';
import { sloDetailTranslationRef } from '../../translations/detail';
import { AskedNotice } from '../facts';
import { CorrectionDialog } from './CorrectionDialog';

const ROWS = 10;

const useStyles = makeStyles(theme => ({
  asked: { padding: theme.spacing(0, 2) },
}));

/** Spans that are left out of the budget, those that are asked for, and the way to ask for one. */
export function CorrectionsPanel(props: {
  slo: SloStatus;
  mayCorrect: boolean;
  /** Called after a correction was asked for. */
  onChanged: () => void;
}) {
  const { slo, mayCorrect, onChanged } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const classes = useStyles();
  const api = useOpmodelApi();
  const [isAsking, setAsking] = useState(false);
  const [asked, setAsked] = useState<Acceptance>();
  const pages = useRowPages(
    {
      filter: { sloRef: slo.ref },
      requestPage: (page, signal) =>
        api.listSloCorrections(slo.ref, page, { signal }),
    },
    { rowsPerPage: ROWS },
  );
  return (
    <Panel
      flush
      title={t('corrections.title')}
      actions={
        mayCorrect && (
          <ActionButton variant="outlined" onClick={() => setAsking(true)}>
            {t('corrections.open')}
          </ActionButton>
        )
      }
    >
      <div className={classes.asked}>
        <AskedNotice acceptance={asked} />
      </div>
      <PagedRows
        pages={pages}
        subject={t('corrections.subject')}
        label={t('corrections.pages')}
        skeletonRows={ROWS / 2}
        empty={t('corrections.empty')}
        quietOnOnePage
      >
        {page => (
          <CorrectionTable corrections={page.items} zone={slo.window.zone} />
        )}
      </PagedRows>
      {isAsking && (
        <CorrectionDialog
          slo={slo}
          onClose={() => setAsking(false)}
          onDone={acceptance => {
            setAsked(acceptance);
            pages.page.retry();
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function CorrectionTable(props: {
  corrections: readonly SloCorrection[];
  zone: string | null;
}) {
  const { corrections, zone } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const inbox = useRouteRef(acceptancesRouteRef)?.();
  const instant = (at: string) => formats.instant(at, zone ?? undefined);
  return (
    <ScrollArea label={t('corrections.title')}>
      <table className={table.table} aria-label={t('corrections.title')}>
        <thead>
          <tr>
            <th scope="col">{t('corrections.span')}</th>
            <th scope="col">{t('corrections.reason')}</th>
            <th scope="col">{t('corrections.state')}</th>
            <th scope="col">{t('corrections.by')}</th>
          </tr>
        </thead>
        <tbody>
          {corrections.map(correction => (
            <tr key={correction.id}>
              <th scope="row">
                {instant(correction.from)} – {instant(correction.to)}
              </th>
              <td style={{ whiteSpace: 'normal' }}>{correction.reason}</td>
              <td>
                <NoteChip>{correction.state.replace(/_/g, ' ')}</NoteChip>{' '}
                {inbox && (
                  <Link to={`${inbox}?box=all&id=${correction.id}`}>
                    {t('corrections.decide')}
                  </Link>
                )}
              </td>
              <td>
                <EntityRefLink
                  entityRef={correction.requestedBy}
                  defaultKind="user"
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
