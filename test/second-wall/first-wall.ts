/** A condition on the school as the store writes it. */
const condition = /(?:\b\w+\.)?\bschool_id = \$\d+/g;

/** A statement without the first wall: every condition on the school is there, so that its parameter is, and always true. */
export const withoutFirstWall = (text: string): string => text.replace(condition, '($& or true)');
