import { isEmail } from 'class-validator';

/**
 * Whether a mail address is one (RFC 5321 and 6531), without asking the mail server. The library lets letters through that
 * nobody sees.
 */
export const addressed = ({ email }: { readonly email?: string }): { readonly emailIsValid: boolean } => ({
  emailIsValid: email !== undefined && isEmail(email, { allow_utf8_local_part: true }) && !/\p{C}/u.test(email),
});
