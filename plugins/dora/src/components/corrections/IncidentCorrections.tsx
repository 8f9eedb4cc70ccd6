import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type {
  DeploymentRow,
  IncidentRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useFormats,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { CorrectionDialog } from './CorrectionDialog';
import {
  useCorrectionsOffer,
  type CorrectionsOffer,
} from './CorrectionsContext';

/** Deployments that are offered as the cause of an incident: those of the days before it. */
const OFFERED_DAYS = 30;
const OFFERED_DEPLOYMENTS = 100;
const NONE = 'none';

/** Says which deployment caused an incident, or that none did; only for those who may. */
export function IncidentCorrections(props: { incident: IncidentRow }) {
  const { incident } = props;
  const offer = useCorrectionsOffer();
  const { t } = useTranslationRef(doraTranslationRef);
  const [isOpen, setOpen] = useState(false);
  if (!offer || incident.entityRef !== offer.entityRef) {
    return null;
  }
  return (
    <>
      <ActionButton
        aria-label={t('correction.linkOf', {
          incident: incident.title ?? incident.id,
        })}
        onClick={() => setOpen(true)}
      >
        {t('correction.link')}
      </ActionButton>
      {isOpen && (
        <CauseDialog
          offer={offer}
          incident={incident}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function CauseDialog(props: {
  offer: CorrectionsOffer;
  incident: IncidentRow;
  onClose: () => void;
}) {
  const { offer, incident, onClose } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const fieldId = useId();
  const candidates = useCandidates(offer.entityRef, incident);
  const linked = incident.linkedDeployment;
  const [chosen, setChosen] = useState(linked ? keyOf(linked) : NONE);
  const known = [
    ...candidates.deployments,
    ...(linked &&
    candidates.deployments.every(row => keyOf(row) !== keyOf(linked))
      ? [linked]
      : []),
  ];
  const deployment = known.find(row => keyOf(row) === chosen);
  return (
    <CorrectionDialog
      offer={offer}
      title={t('correction.linkTitle', {
        incident: incident.title ?? incident.id,
      })}
      text={t('correction.linkText')}
      draft={{
        kind: 'failure_link',
        incident: { source: incident.source, id: incident.id },
        deployment: deployment
          ? { source: deployment.source, id: deployment.id }
          : null,
      }}
      onClose={onClose}
    >
      <TextField
        select
        fullWidth
        id={fieldId}
        margin="normal"
        variant="outlined"
        label={t('correction.linkChoice')}
        value={chosen}
        error={candidates.error !== undefined}
        helperText={
          candidates.error?.message ??
          (candidates.loading
            ? t('correction.linkLoading')
            : t('correction.linkFew'))
        }
        onChange={event => setChosen(event.target.value)}
      >
        <MenuItem value={NONE}>{t('correction.linkNone')}</MenuItem>
        {known.map(row => (
          <MenuItem key={keyOf(row)} value={keyOf(row)}>
            {row.title ?? row.version ?? row.id},{' '}
            {formats.instant(row.finishedAt)}
          </MenuItem>
        ))}
      </TextField>
    </CorrectionDialog>
  );
}

/** The deployments that finished in the days before an incident began. */
function useCandidates(
  entityRef: string,
  incident: IncidentRow,
): { deployments: DeploymentRow[]; loading: boolean; error?: Error } {
  const api = useOpmodelApi();
  const to = incident.day;
  const from = DateTime.fromISO(to).minus({ days: OFFERED_DAYS }).toISODate()!;
  const key = `${entityRef} ${incident.source} ${incident.id}`;
  const page = useQueryState({
    key,
    subject: key,
    request: signal =>
      api.listEntityDeployments(
        entityRef,
        { from, to, limit: OFFERED_DEPLOYMENTS },
        { signal },
      ),
  });
  const startedAt = incident.startedAt ?? incident.detectedAt;
  return {
    loading: page.phase === 'loading',
    error: page.error,
    deployments: (page.data?.items ?? []).filter(
      ({ counted, finishedAt }) =>
        counted &&
        finishedAt !== null &&
        (startedAt === null || finishedAt <= startedAt),
    ),
  };
}

function keyOf(record: { source: string; id: string }): string {
  return JSON.stringify([record.source, record.id]);
}
