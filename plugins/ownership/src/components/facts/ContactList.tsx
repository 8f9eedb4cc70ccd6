import { Link } from '@backstage/core-components';
import type { OwnershipContact } from '@opmodel/backstage-plugin-opmodel-common';
import { useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';

/** How to reach a team, a line each. */
export function ContactList(props: { contacts: readonly OwnershipContact[] }) {
  const facts = useFactStyles();
  return (
    <ul className={facts.list}>
      {props.contacts.map(contact => (
        <li key={`${contact.type} ${contact.value}`} className={facts.line}>
          <ContactValue contact={contact} />
        </li>
      ))}
    </ul>
  );
}

/** One way to reach a team; a link where there is an address to follow. */
export function ContactValue(props: { contact: OwnershipContact }) {
  const { label, value, url } = props.contact;
  const text = label === value ? value : `${label}: ${value}`;
  return url ? <Link to={url}>{text}</Link> : <span>{text}</span>;
}
