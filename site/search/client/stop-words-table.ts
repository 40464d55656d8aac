/** Words that log lines and questions are full of, and that say nothing about what is looked for. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    // English
    'a after an and are as at be before by can could did do does error errors fail failed failing',
    'fails failure for from get gets got has have how i if in into is it its me my not of on or our',
    'return returned returns says so that the then this to use was what when where which why will',
    'with you your after attempts fatal warning',
    // French
    'a ai au aux avec ce ces cet cette comment d dans de des du echec echoue elle en erreur est et il',
    'je l la le les ma mais mon ne ou par pas pour pourquoi qu que quel quelle qui quoi s sa se ses si',
    'son sont sur un une avertissement',
    // Russian
    'а без бы был в во для до его ее если есть же за и из или к как ко ли мне мой на не но о об от',
    'ошибка ошибки ошибкой ошибку по почему при с со так то у что чтобы это завершается завершился',
  ].flatMap((line) => line.split(' ')),
);
