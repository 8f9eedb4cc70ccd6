import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  LinkedDebt,
  NO_VALUE,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { RowSection } from '../RowSection';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    '& > dt': { color: theme.palette.text.secondary },
    '& > dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/** When an incident began and ended, what is known of its cause, and the debt that is linked to it. */
export function IncidentDetails(props: {
  incident: IncidentRow;
  /** IANA zone of the times. */
  zone: string;
}) {
  const { incident, zone } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const instant = (at: string | null) => formats.instant(at, zone);
  const facts: readonly (readonly [name: string, value: string])[] = [
    [t('incident.started'), instant(incident.startedAt)],
    [t('incident.detected'), instant(incident.detectedAt)],
    [t('incident.mitigated'), instant(incident.mitigatedAt)],
    [t('incident.resolved'), instant(incident.resolvedAt)],
    [t('evidence.environment'), incident.environment ?? NO_VALUE],
    [t('incident.causeClass'), incident.causeClass ?? NO_VALUE],
    [t('incident.id'), incident.id],
  ];
  return (
    <>
      <RowSection title={t('incident.details')}>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => [
            <dt key={`${name} name`}>{name}</dt>,
            <dd key={name}>{value}</dd>,
          ])}
        </dl>
      </RowSection>
      <LinkedDebt type="incident" linkRef={incident.id} Frame={RowSection} />
    </>
  );
}
