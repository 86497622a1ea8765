import type { Finding, Rule } from './rule.ts';

const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();

export const aliasInTwoRoles: Rule = {
  id: 'alias-in-two-roles',
  severity: 'error',
  why: 'A title that means two roles is counted under the one that happens to stand first.',
  passing: `
roles:
  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef"] }
  leder: { article: en, plural: ledere, definite: lederne, aliases: ["*leder"] }`,
  failing: `
roles:
  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef", souschef] }
  leder: { article: en, plural: ledere, definite: lederne, aliases: ["*leder", Souschef] }`,
  check(book) {
    const { roles } = book.codebook;
    const owner = new Map(roles.map((role) => [fold(role.id), role.id]));
    return roles.flatMap((role) =>
      role.aliases.flatMap((alias, i): Finding[] => {
        const other = owner.get(fold(alias));
        owner.set(fold(alias), other ?? role.id);
        if (other === undefined || other === role.id) return [];
        const at = book.isBroken(['roles', role.id, 'aliases']) ? [] : [i];
        const path = ['roles', role.id, 'aliases', ...at];
        return [{ path, message: `"${alias}" means the role "${other}" already`, hint: 'let it stand in one role' }];
      }),
    );
  },
};
