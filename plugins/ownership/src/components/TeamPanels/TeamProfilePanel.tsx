import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { TeamProfile } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { ownershipTeamTranslationRef } from '../../translations/team';
import { ContactList } from '../facts';
import { teamApiSnippet } from './teamApiSnippet';
import { useTeamTypeWords } from './useTeamWords';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.75, 2),
    margin: theme.spacing(0, 0, 1),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '& > dt': { color: theme.palette.text.secondary },
    '& > dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 480px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& > dd': { marginBottom: theme.spacing(0.5) },
    },
  },
}));

/** A team as it describes itself. */
export function TeamProfilePanel(props: { team: TeamProfile | null }) {
  const { team } = props;
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  const facts = useFactStyles();
  if (team === null || saysNothing(team)) {
    return (
      <Panel title={t('title')}>
        <p className={facts.quiet}>{t('none')}</p>
        <Snippet text={teamApiSnippet(team?.title)} />
      </Panel>
    );
  }
  return <Profile team={team} />;
}

function Profile(props: { team: TeamProfile }) {
  const { team } = props;
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const typeWords = useTeamTypeWords();
  const rows: Array<[string, ReactNode]> = [
    [t('focus'), team.focus],
    [t('type'), team.type && typeWords[team.type]],
    [t('members'), t('membersCount', { count: team.members })],
    [
      t('channels'),
      team.channels.length > 0 && <ContactList contacts={team.channels} />,
    ],
    [t('searchTerms'), team.searchTerms.join(', ')],
    [
      t('services'),
      team.services.length > 0 && <Services services={team.services} />,
    ],
    [t('work'), team.work.length > 0 && <NamedLinks items={team.work} />],
    [
      t('meetings'),
      team.meetings.length > 0 && (
        <NamedLinks
          items={team.meetings.map(({ name, purpose, time, url }) => ({
            name,
            url,
            note: [purpose, time].filter(Boolean).join(', '),
          }))}
        />
      ),
    ],
  ];
  return (
    <Panel title={t('title')}>
      <dl className={classes.facts}>
        {rows.map(([name, value]) => (
          // A fact is a term and its value side by side.
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value || t('unknown')}</dd>
          </div>
        ))}
      </dl>
      {team.source && (
        <p className={facts.quiet}>{t('source', { source: team.source })}</p>
      )}
    </Panel>
  );
}

function Services(props: { services: TeamProfile['services'] }) {
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  const facts = useFactStyles();
  return (
    <ul className={facts.list}>
      {props.services.map(({ name, url, versioning, entityRef }) => (
        <li key={name}>
          {entityRef ? (
            <EntityRefLink entityRef={entityRef} title={name} />
          ) : (
            <Named name={name} url={url} />
          )}
          {versioning && ` (${t('versioning', { versioning })})`}
        </li>
      ))}
    </ul>
  );
}

function NamedLinks(props: {
  items: Array<{ name: string; url: string | null; note?: string }>;
}) {
  const facts = useFactStyles();
  return (
    <ul className={facts.list}>
      {props.items.map(({ name, url, note }) => (
        <li key={name}>
          <Named name={name} url={url} />
          {note && ` (${note})`}
        </li>
      ))}
    </ul>
  );
}

function Named(props: { name: string; url: string | null }) {
  const { name, url } = props;
  return url ? <Link to={url}>{name}</Link> : <>{name}</>;
}

function saysNothing(team: TeamProfile): boolean {
  return (
    team.source === null &&
    team.focus === null &&
    team.type === null &&
    team.channels.length +
      team.services.length +
      team.work.length +
      team.meetings.length +
      team.interactions.length ===
      0
  );
}
