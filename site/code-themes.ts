/** The two quiet themes of every code block, the playground's included: dark, then light. */
export const codeThemes: ['vitesse-dark', 'vitesse-light'] = ['vitesse-dark', 'vitesse-light'];
