export { ContactList, ContactValue } from './ContactList';
export { OwnerName } from './OwnerName';
