import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  Panel,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { ContactList, OwnerName } from '../facts';
import { OwnerChain } from './OwnerChain';

/** Who owns an entity, up to the head of the organisation, and how they are reached. */
export function OwnerPanel(props: { report: OwnershipReport }) {
  const { owners, chain, contacts, team } = props.report;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('owner.title')}>
      {owners.length === 0 ? (
        <p className={facts.quiet}>{t('owner.none')}</p>
      ) : (
        <ul className={facts.list}>
          {owners.map(owner => (
            <li key={owner.ref} className={facts.line}>
              <OwnerName
                entityRef={owner.ref}
                title={owner.title}
                exists={owner.exists}
              />
              {owners.length > 1 && owner.primary && (
                <NoteChip hint={t('owner.primaryHint')}>
                  {t('owner.primary')}
                </NoteChip>
              )}
            </li>
          ))}
        </ul>
      )}
      {team?.focus && <p className={facts.quiet}>{team.focus}</p>}
      <h3 className={facts.heading}>{t('owner.chain')}</h3>
      {chain.length === 0 ? (
        <p className={facts.quiet}>{t('owner.noChain')}</p>
      ) : (
        <OwnerChain chain={chain} label={t('owner.chain')} />
      )}
      <h3 className={facts.heading}>{t('owner.contacts')}</h3>
      {contacts.length === 0 ? (
        <p className={facts.quiet}>{t('owner.noContacts')}</p>
      ) : (
        <ContactList contacts={contacts} />
      )}
    </Panel>
  );
}
