import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  NO_VALUE,
  NoteChip,
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { doraTranslationRef } from '../../../translation';
import { IncidentCorrections } from '../../corrections';
import { useExclusionText } from '../../exclusions';
import { useFailureText } from '../failureText';
import { RowToggle } from '../RowToggle';
import { IncidentDetails } from './IncidentDetails';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  name: {
    maxWidth: 310,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // The padding leaves room for the outline of a focused link.
    padding: 2,
    margin: -2,
  },
}));

/** One incident: how severe, how long, and what caused it; below it, on demand, its details. */
export function IncidentTableRow(props: {
  incident: IncidentRow;
  zone: string;
  withComponent: boolean;
}) {
  const { incident, zone, withComponent } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const name = incident.title ?? incident.id;
  const startedAt = incident.startedAt ?? incident.detectedAt;
  const unknown = <span className={table.quiet}>{NO_VALUE}</span>;
  const repeats = incident.recurrenceOf
    ? t('incident.recurrence', { id: incident.recurrenceOf })
    : t('incident.recurrenceUnnamed');
  return (
    <>
      <tr>
        <th scope="row">
          <span className={classes.line}>
            <RowToggle
              isOpen={open}
              label={
                open
                  ? t('incident.hideDetails', { incident: name })
                  : t('incident.showDetails', { incident: name })
              }
              controls={detailsId}
              onToggle={() => setOpen(shown => !shown)}
            />
            <span className={classes.name} title={name}>
              {incident.url ? <Link to={incident.url}>{name}</Link> : name}
            </span>
            {incident.recurrence && <NoteChip>{repeats}</NoteChip>}
          </span>
        </th>
        <td>{incident.severity ?? unknown}</td>
        <td>
          {startedAt ? (
            <RelativeTime instant={startedAt} zone={zone} />
          ) : (
            unknown
          )}
        </td>
        {withComponent && (
          <td>
            <EntityRefLink
              entityRef={incident.entityRef}
              title={incident.entityTitle}
            />
          </td>
        )}
        <td>
          <Restored incident={incident} />
        </td>
        <td>
          <Cause incident={incident} />{' '}
          <IncidentCorrections incident={incident} />
        </td>
      </tr>
      {open && (
        <tr id={detailsId}>
          <td colSpan={withComponent ? 6 : 5}>
            <IncidentDetails incident={incident} zone={zone} />
          </td>
        </tr>
      )}
    </>
  );
}

/** How long it took to restore service, or why that does not count. */
function Restored(props: { incident: IncidentRow }) {
  const { restoreSeconds, restoreExclusion, mitigatedAt, resolvedAt } =
    props.incident;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const describe = useExclusionText();
  if (restoreSeconds !== null) {
    return <>{formats.duration(restoreSeconds)}</>;
  }
  if (!mitigatedAt && !resolvedAt) {
    return <StateChip state="attention" label={t('incident.open')} />;
  }
  if (restoreExclusion === null) {
    return <>{NO_VALUE}</>;
  }
  const { short, long } = describe(restoreExclusion);
  return <NoteChip hint={long}>{short}</NoteChip>;
}

/** The deployment that caused it and by what that is known, or why none did. */
function Cause(props: { incident: IncidentRow }) {
  const { link, linkedDeployment, unlinked } = props.incident;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const describeLink = useFailureText();
  const describeReason = useExclusionText();
  if (link && linkedDeployment) {
    const { title, version, id, url } = linkedDeployment;
    const name = title ?? version ?? id;
    const { short, long } = describeLink(link.kind);
    return (
      <>
        {url ? <Link to={url}>{name}</Link> : name}{' '}
        <Hint title={long} className={table.quiet}>
          {short},{' '}
          {t('failure.confidence', { share: formats.share(link.confidence) })}
        </Hint>
      </>
    );
  }
  if (unlinked === null) {
    return <span className={table.quiet}>{t('incident.noCause')}</span>;
  }
  const { short, long } = describeReason(unlinked);
  return (
    <>
      <span className={table.quiet}>{t('incident.noCause')}</span>{' '}
      <NoteChip hint={long}>{short}</NoteChip>
    </>
  );
}
