/**
 * Everyday words of languages in which nobody counted them, by ISO 639-1: verbs, adjectives and adverbs, and nouns for any
 * thing. People put a question with them, and documents say the same with others. Inflected forms are told by their stems;
 * those with a stem of their own are listed.
 */
export const EVERYDAY_WORDS: Readonly<Record<string, string>> = {
  de: `bekommen bekommt bekam erhalten erhält erhielt stellen geben gibt gab gegeben machen gehen geht ging gegangen kommen kam
    nehmen nimmt nahm lassen lässt ließ bringen brachte gebracht halten hält zeigen führen bleiben blieb beginnen begann begonnen anfangen
    aufhören enden benutzen nutzen verwenden brauchen benötigen zahlen bezahlen kosten arbeiten leben wohnen wollen wünschen
    suchen finden fand gefunden sehen sieht sah treffen traf getroffen ändern verändern wachsen wächst gewachsen sinken steigen senken erhöhen
    verringern gründen bauen bilden planen entscheiden entschied beschließen beschlossen dürfen fordern ermöglichen helfen hilft half
    mitmachen teilnehmen stattfinden anbieten verlieren gewinnen gewann gelten öffnen schließen neu alt groß klein gut schlecht
    wichtig möglich nötig einfach leute mensch ding person`,
  es: `dar dado recibir poner puesto llegar quedar permanecer durar seguir encontrar llevar dejar empezar comenzar terminar acabar
    trabajar vivir pedir pagar costar ganar perder cobrar usar utilizar necesitar servir ayudar permitir aprobar elegir nombrar
    crear fundar abrir cerrar cambiar crecer aumentar subir bajar reducir disminuir existir responder contestar presentar celebrar
    organizar participar formar mantener conseguir lograr obtener mostrar ofrecer tratar intentar suponer comprar vender mandar
    enviar nuevo viejo grande pequeño bueno malo importante posible necesario mínimo máximo sólo solo gente cosa persona forma manera`,
  fr: `donner recevoir reçoit reçoivent reçu mettre mis prendre prend pris tenir tient rester durer commencer finir terminer devenir
    devient trouver chercher laisser travailler vivre demander payer coûter gagner perdre toucher utiliser servir sert aider permettre
    permis choisir créer fonder ouvrir ouvert fermer changer grandir augmenter monter baisser réduire réduit diminuer exister répondre
    présenter organiser participer former garder obtenir obtenu montrer offrir offert essayer acheter vendre envoyer abandonner
    arrêter remplacer dater concerner devoir falloir nouveau nouvelle vieux ancien ancienne grand petit bon mauvais important possible
    nécessaire droit gens chose personne façon manière cas`,
  it: `dare dato ricevere mettere messo prendere preso tenere rimanere restare durare iniziare cominciare finire terminare diventare
    trovare cercare lasciare lavorare vivere chiedere chiesto pagare costare guadagnare perdere vincere vinto usare utilizzare servire
    aiutare permettere permesso scegliere scelto creare fondare aprire aperto chiudere cambiare crescere aumentare salire scendere
    ridurre ridotto diminuire esistere rispondere presentare organizzare partecipare formare mantenere ottenere mostrare offrire
    provare comprare vendere inviare bisognare bisogna occorrere troppo nuovo vecchio grande piccolo buono cattivo importante possibile
    necessario problema gente cosa persona modo caso`,
  nl: `krijgen krijgt kreeg gekregen geven geeft gaf nemen neemt nam komen komt kwam zetten brengen houden hield blijven blijft bleef
    beginnen begon begonnen stoppen eindigen gebruiken werken wonen leven vragen betalen kosten verdienen winnen won verliezen
    helpen zoeken kiezen koos gekozen maken oprichten openen sluiten veranderen groeien stijgen verhogen verlagen dalen bestaan
    antwoorden organiseren deelnemen kopen verkopen sturen zitten zat zaten lopen liep doorgaan lenen tonen laten liet
    nieuw oud groot klein goed slecht belangrijk mogelijk nodig gewoon mensen mens ding persoon manier`,
  pt: `dar dado receber pôr colocar tomar ficar permanecer durar começar terminar acabar tornar encontrar procurar deixar trabalhar viver
    pedir pagar custar ganhar perder usar utilizar servir ajudar permitir precisar escolher criar fundar abrir fechar mudar crescer
    aumentar subir baixar reduzir diminuir existir responder apresentar organizar participar formar manter obter mostrar oferecer
    tentar comprar vender enviar guardar entrar sair novo velho grande pequeno bom mau importante possível necessário mínimo máximo
    pessoa gente coisa forma maneira caso`,
  ja: '始め 終わ 使え 使っ 使う 作っ 作る 減り 減っ 減る 増え 増え 足り なり なっ なる かかり かかる 支払 行っ 行う 行わ 進め 出 入 持っ 持つ 受け 決め 変わ 今 人 必要 可能 新しい 大きい 便利 不便 全部',
  zh: '进行 使用 用 做 有 到 得到 开始 结束 创办 成立 建立 举行 需要 增加 减少 提高 降低 变成 发明 产生 访问 现在 人 东西 事情 方式 新 旧 大 小 重要 可能',
};
