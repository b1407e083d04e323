/** A Message-ID made of parts that stay, so that a mail that is sent twice can be known for one; its domain is that of the sender's address. */
export function messageIdOf(parts: readonly (string | number)[], mailFrom: string): string {
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1) || 'localhost';
  return `<${['matchwatch', ...parts].join('.')}@${domain}>`;
}
