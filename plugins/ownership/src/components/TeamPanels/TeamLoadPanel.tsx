import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { TeamLoad } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipTeamTranslationRef } from '../../translations/team';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '& dd': {
      margin: 0,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    },
  },
}));

/** What a team carries. What is not known is said so, since none would look like rest. */
export function TeamLoadPanel(props: { load: TeamLoad }) {
  const { load } = props;
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const count = (value: number | null) =>
    value === null ? t('unknown') : formats.count(value);
  const onCall = {
    true: t('load.onCallYes'),
    false: t('load.onCallNo'),
    null: t('unknown'),
  }[`${load.onCall}`];
  const rows = [
    [t('load.entities'), formats.count(load.entities)],
    [t('load.weighted'), formats.decimal(load.weighted)],
    [t('load.members'), count(load.members)],
    [
      t('load.perMember'),
      load.members
        ? formats.decimal(load.weighted / load.members)
        : t('unknown'),
    ],
    [t('load.onCall'), onCall],
    [t('load.incidents'), count(load.openIncidents)],
    [t('load.deployments'), count(load.deployments)],
    [t('load.interactions'), formats.count(load.interactions)],
  ];
  return (
    <Panel title={t('load.title')}>
      <dl className={classes.facts}>
        {rows.map(([name, value]) => (
          // A fact is a term and its value side by side.
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
