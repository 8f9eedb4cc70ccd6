import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CodeownersComparison } from '@opmodel/backstage-plugin-opmodel-common';
import {
  type OpmodelState,
  Panel,
  RelativeTime,
  StateChip,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipRepositoryTranslationRef } from '../../translations/repository';
import { OwnerName } from '../facts';
import { CodeownersRules } from './CodeownersRules';

const STATES: Record<CodeownersComparison['state'], OpmodelState> = {
  agrees: 'good',
  partly: 'attention',
  differs: 'attention',
  not_resolved: 'no_data',
  no_file: 'no_data',
  unknown: 'no_data',
};

/** Whom the CODEOWNERS of the repository name, beside the owner in the catalog. */
export function CodeownersPanel(props: {
  /** Null: repositories are not read. */
  comparison: CodeownersComparison | null;
}) {
  const { comparison } = props;
  const { t } = useTranslationRef(ownershipRepositoryTranslationRef);
  const facts = useFactStyles();
  if (comparison === null) {
    return (
      <Panel
        title={t('codeowners.title')}
        actions={<StateChip state="no_data" label={t('notSetUp')} />}
      >
        <p className={facts.quiet}>{t('codeowners.notSetUp')}</p>
      </Panel>
    );
  }
  return <Comparison comparison={comparison} />;
}

function Comparison(props: { comparison: CodeownersComparison }) {
  const { state, path, folder, owners, rules, asOf } = props.comparison;
  const { t } = useTranslationRef(ownershipRepositoryTranslationRef);
  const facts = useFactStyles();
  const words: Record<CodeownersComparison['state'], [string, string]> = {
    agrees: [t('codeowners.agrees'), t('codeowners.agreesText')],
    partly: [t('codeowners.partly'), t('codeowners.partlyText')],
    differs: [t('codeowners.differs'), t('codeowners.differsText')],
    not_resolved: [
      t('codeowners.notResolved'),
      t('codeowners.notResolvedText'),
    ],
    no_file: [t('codeowners.noFile'), t('codeowners.noFileText')],
    unknown: [t('codeowners.unknown'), t('codeowners.unknownText')],
  };
  const [word, text] = words[state];
  return (
    <Panel
      title={t('codeowners.title')}
      actions={<StateChip state={STATES[state]} label={word} />}
    >
      <p className={facts.text}>{text}</p>
      {owners.length > 0 && (
        <ul className={facts.list}>
          {owners.map(({ name, ref, title, isCatalogOwner }) => (
            <li key={name} className={facts.line}>
              <code>{name}</code>
              {ref === null ? (
                <span>{t('codeowners.noGroup')}</span>
              ) : (
                <OwnerName entityRef={ref} title={title} />
              )}
              {isCatalogOwner && (
                <StateChip state="good" label={t('codeowners.sameOwner')} />
              )}
            </li>
          ))}
        </ul>
      )}
      {rules.length > 0 && <CodeownersRules rules={rules} />}
      {(path !== null || asOf !== null) && (
        <p className={facts.quiet}>
          {path !== null &&
            t('codeowners.where', { path, folder: folder ?? '/' })}{' '}
          {asOf !== null && <RelativeTime instant={asOf} />}
        </p>
      )}
    </Panel>
  );
}
