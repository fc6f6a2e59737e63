/**
 * The words by which page furniture, captions, bylines and dates are known, a table for each language. To teach the importer a
 * phrase, add it here: in lower case, without the signs at its ends. `…` stands for any words, `#` for a number.
 */
import { list, type FurnitureReason, type Vocabulary } from './phrases.ts';
import { furtherVocabularies } from './vocabulary-further.ts';

const english: Vocabulary = {
  lines: {
    navigation: list`
      article | talk | read | edit | edit source | view history | view source | from the free encyclopedia |
      from … the free encyclopedia | accessibility links | free newsletter | change edition | you are logged out | follow topic | accept and continue |
      only necessary | accessibility | skip to content | skip to main content | skip to navigation | skip to search | skip to footer |
      skip to main navigation | jump to content | jump to navigation | go to homepage | back to home | back to homepage |
      back to news | back to search | back to results | back to articles | return to homepage | join our newsletter … |
      join our mailing list … | join our channel … | join our community … | sign up for our … | sign up for the newsletter … |
      sign up for newsletters … | sign up for updates … | sign up for alerts … | sign up to our … | subscribe to our … |
      subscribe to newsletter … | subscribe to the newsletter … | view gallery | epaper | e paper | today's paper | print edition |
      digital edition | support our work … | support our journalism … | breaking news | latest news | top stories | main menu | menu |
      home | home page | homepage | search | search this site | search for | close | close menu | open menu | toggle … | show menu |
      hide menu | site map | log in | login | log in or … | sign in | sign in or … | sign out | log out | my account | your account |
      register | create an account | create account | subscribe | subscribe now | become a member | donate | support us | newsletter |
      newsletters | sign up | sign up now | sign me up | next page | previous page | next | previous | next article |
      previous article | next story | previous story | next post | previous post | page # of # | page # | more | more info |
      more information | more details | details | learn more | find out more | see more | show more | load more | view all | see all |
      show all | view more | continue reading | continue reading … | keep reading | read more | read the full story |
      read full article | click here | click here to … | tap to … | tap here to … | view all photos | view image | open image |
      enlarge | enlarge image | expand | show less | text size | font size | a a a | dark mode | language | languages |
      choose language | choose your language | select language | in other languages | table of contents | # min read | # minute read |
      # minutes read | # mins read | reading time … | estimated reading time … | # views | views # | # reads | manage cookies |
      cookie settings | cookie preferences | cookie notice | accept cookies | accept all | accept all cookies | accept and close |
      accept | reject all | reject | decline | got it | i agree | i accept | manage preferences | manage choices | privacy settings |
      we value your privacy | notifications | allow notifications | you are here … | tags | topics | categories | filed under … |
      posted in … | tagged … | this is a modal window | no thanks | not now | dismiss | enter your email … | your email … |
      email address | skip | scroll down | go back | main navigation | navigation | site navigation | sections | all sections |
      editions | edition | rss | rss feed | get the app | get our app | download our app | download the app | open in app |
      gift this article | give this article | loading | listen to this page | submit | send | advanced search | search results |
      quick links
    `,
    player: list`
      please wait | please wait … | episode transcript | no media source currently available | no media source … | video unavailable |
      this video has … | this audio has … | playing in … | next video … | next episode … | no compatible source was found … | play |
      play video | play audio | pause | stop | mute | unmute | watch | watch live | watch now | watch the video | watch video |
      watch again | listen to this … | listen to the article … | listen to the story … | listen to the audio … |
      listen to the podcast … | listen to podcast … | watch more | listen | listen live | listen now | listen to this article |
      listen to this story | listen to article | embed | embed share | embed code | the code has been copied to your clipboard |
      the url has been copied to your clipboard | width # px | height # px | width px height px | auto | #p | auto #p … |
      direct link | pop out player | popout player | media player | audio player | video player | fullscreen | full screen |
      enter fullscreen | exit fullscreen | current time … | duration | duration … | duration time … | remaining time … | loaded … |
      stream type live | playback rate | playback speed | subtitles | subtitles off | captions off | captions | audio track |
      picture in picture | seek to live | live | on air | on air now | now playing | up next | replay | skip ad | skip ads |
      this video is … | media playback is … | media caption | image caption | image source | use up down arrow keys … |
      rewind # seconds | forward # seconds | volume | volume # | volume … | autoplay | autoplay … | loading video | loading player | video duration … | video length … |
      buffering | download audio | download mp3 | download video | # kbps … | print player | 0 seconds of … | # seconds of … |
      # minutes # seconds | keyboard shortcuts | shuffle | repeat | quality | transcript | show transcript
    `,
    share: list`
      share | share this | share to facebook … | share with friends … | share with your … | share the article … | share the story … |
      share the page … | share the link … | share it with … | share your thoughts … | add to favourites | add to favorites |
      add to reading list | add to my … | mark as read | add to bookmarks | post on x … | post to facebook … | join us on facebook … |
      forward this to … | share this … | share on … | share via … | share article | share story | share page | share link | share it |
      shares | # shares | share # | share # … | share now | tweet | tweet this | tweet this … | retweet | pin | pin it | email |
      email this | email this … | email a friend | send to a friend | send by email | print | print this | print this … | print page |
      print article | copy link | copy url | copy this link | copy the link | link copied | copied | copied to clipboard | save |
      save article | save story | save for later | save this … | bookmark | bookmark this … | like this | like | like us on … |
      follow | follow us | follow us on … | follow us … | find us on … | follow @… | facebook | twitter | whatsapp | telegram |
      linkedin | reddit | pinterest | instagram | youtube | tiktok | flipboard | messenger | bluesky | mastodon | threads | tumblr |
      viber | pocket | social media | spread the word | tell a friend | send this … | send via … | recommend this |
      tell your friends | get link | republish | republish this … | gift article | x | facebook …twitter …
    `,
    advert: list`
      advertisement | advertisements | ad feedback | why am i seeing this | advert | ad | ads | advertising | advertorial |
      sponsored | sponsored content | sponsored post | sponsored by … | sponsored link | sponsored links | sponsor message |
      paid post | paid content | paid advertisement | promoted | promoted content | promoted by … | promotion | partner content |
      brand content | ads by … | ad by … | ad choices | adchoices | remove ads | hide ad | close ad | report this ad |
      advertise with us | advertise here | why this ad | article continues below … | article continues after … |
      story continues below … | story continues after … | continue reading below | continues below advertisement |
      scroll to continue … | advertisement scroll to continue … | advertisement continue reading … | advertisement story continues … |
      advertisement article continues … | skip advertisement | commercial break | this advertisement … | from our sponsors |
      from our partners | a message from … | paid for by … | scroll down … | scroll for more … | ad content continues … |
      content continues … | message from our sponsor | supported by | presented by
    `,
    comment: list`
      comment | comments | community guidelines | # comment | # comments | comments # | no comments | no comments yet |
      leave a comment | leave a reply | post a comment | add a comment | add comment | add your comment | write a comment |
      view comments | view # comments | view all comments | show comments | show # comments | read comments | hide comments |
      load comments | join the conversation | join the discussion | start the conversation | be the first to … | comments are closed |
      comments closed | comments are off … | reply | reply to … | cancel reply | post comment | submit comment | log in to comment |
      sign in to comment | log in to reply | report comment | report abuse | have your say | what do you think | # replies | # likes |
      newest first | oldest first | sort by … | most recommended | upvote | downvote | discussion | letters to the editor |
      your comment | reader comments
    `,
    footer: list`
      all rights reserved | some rights reserved | all content copyright … | copyright | copyright … | © … | terms | terms of use |
      terms of service | terms and conditions | terms conditions | privacy | privacy policy | privacy notice | privacy statement |
      cookie policy | cookies | legal | legal notice | disclaimer | imprint | about | about us | about this site | contact |
      contact us | contact the editor | careers | jobs | press | help | help centre | help center | faq | faqs |
      accessibility statement | do not sell … | powered by … | proudly powered by … | site by … | website by … | designed by … |
      theme by … | hosted by … | back to top | top of page | to the top | scroll to top | about the author | feedback |
      send feedback | corrections | report an error | report a problem | report a correction | report a typo | licensing | reprints |
      reprints and permissions | our network | partners
    `,
    related: list`
      read this next … | more from … | more on … | more in … | more by … | also in … | also on … | see more on … | more about …
    `,
  },
  sentences: {
    navigation: list`
      we use cookies … | we and our partners use … | we and our … partners … | this site uses cookies … |
      this website uses cookies … | our site uses cookies … | our website uses cookies … | this page uses cookies … |
      cookies help us … | by using this site … | by using our site … | by using this website … | by continuing to … you … |
      by clicking … you … | by signing up … you … | by subscribing … you … | please accept … cookies … | please enable javascript … |
      please enable cookies … | javascript is … | your browser does not … | you need to enable javascript … | sign up for our … |
      sign up to our … | sign up for the … newsletter … | sign up for free … | sign up here … | sign up today … | sign up now … |
      subscribe to our … | subscribe to the … newsletter … | subscribe today … | subscribe now … | get our … |
      get the … newsletter … | get … in your inbox … | get … to your inbox | get … straight to your … | join our mailing list … |
      join our newsletter … | join # … subscribers … | enter your email … | never miss … | don't miss out … | don't miss … |
      thank you for signing up … | thanks for signing up … | you are now subscribed … | you have # free … |
      you have … articles left … | already a subscriber … | already have an account … | already a member … | to continue reading … |
      this article is for subscribers … | register for free … | create a free account … | log in to read … | please log in … |
      please sign in … | download our app … | download our free … | skip to content | you can unsubscribe … |
      unsubscribe at any time | the best of … in your inbox … | … delivered to your inbox … | … straight to your inbox … |
      … in your inbox every … | some cookies are … | click here to … | thank you for reading … | thanks for reading … |
      if you enjoyed … | support our … | help us keep … | we value your privacy …
    `,
    player: list`
      please wait | please wait while … | no media source currently available | your browser can't play … |
      your browser cannot play … | this video can not be played | the media could not be loaded … | the video could not be loaded … |
      this video cannot be played | an error occurred … | to play this audio … | to view this video … | to watch this video … |
      to play the media … | this content is not available … | this is a modal window … | the code has been copied to your clipboard |
      the url has been copied to your clipboard | javascript is required to play …
    `,
    share: list`
      follow us on … | like us on … | share this with … | share this article with … | share this story … | found this useful … |
      did you like this article … | like this article …
    `,
    advert: list`
      this advertisement … | article continues below … | story continues below … | this post contains affiliate … | we may earn … |
      we may receive a commission …
    `,
    comment: list`
      your email address will not be published … | required fields are marked … | comments are closed | be the first to comment |
      be the first to leave … | you must be logged in to … | you must log in to … | please keep comments … |
      comments are moderated … | log in to join … | save my name … in this browser … | there are no comments yet |
      there are no comments
    `,
    footer: list`
      all rights reserved | … all rights reserved | all rights reserved … | © … | copyright © … | copyright # … |
      no part of this … may be reproduced … | reproduction … is prohibited … | the views expressed … do not … |
      … is not responsible for the content of external … | this material may not be … | this site is protected by … |
      registered in england … | a registered charity …
    `,
  },
  related: list`
    check also | also check | read also | also read | see also | read next | read this next | up next | what to read next | related |
    related articles | related article | related stories | related story | related posts | related post | related news |
    related content | related links | related coverage | related topics | related reading | you may also like | you might also like |
    you may like | you might like | you may also be interested in | you might also be interested in | you might be interested in |
    recommended | recommended for you | recommended stories | recommended reading | recommended articles | more stories | more news |
    more articles | more to read | more like this | more from us | further reading on this site | most read | most popular |
    most viewed | most shared | most commented | popular | popular now | popular posts | popular stories | trending | trending now |
    trending stories | latest | latest stories | latest articles | latest posts | latest headlines | recent posts | recent articles |
    recent stories | in other news | editors' picks | editor's picks | editor's choice | don't miss | must read | top picks |
    from around the web | around the web | from the archive | from our archive | similar articles | similar stories | similar posts |
    other stories | other articles | other news | also of interest | also see | see more | read more | read more on this |
    more on this | more on this story | more on this topic | keep reading | continue reading | next up | previously |
    in case you missed it | icymi | dig deeper | go deeper | explore more | suggested reading | suggested for you | watch also |
    also watch
  `,
  labels: list`
    more info | more information | more details | read more | learn more | find out more | see more | show more | view more |
    see also | read also | check also | also read | continue reading | click here | watch video | watch the video | play video |
    listen now | share this | share | advertisement | sponsored | related | view gallery | enlarge image | image caption |
    media caption | download | subscribe | sign up | buy now | see all | load more | back to top | print | about | synopsis |
    details
  `,
  captions: list`
    photo | photos | photograph | image | picture | pictured | caption | file photo | photo credit | image credit | credit |
    illustration | video still
  `,
  credits: list`
    file | photo | image | picture | file photo | file picture | archive | courtesy | credit | illustration | handout | screenshot |
    screengrab
  `,
  by: list`
    by | written by | story by | words by | report by | text by | author | posted by | published by
  `,
  published: list`
    published | published on | published at | posted | posted on | date | date published | publication date | first published |
    issued | release date | on
  `,
  updated: list`
    updated | updated on | last updated | last updated on | last modified | modified | last edited | edited | update
  `,
  months: list`
    january / jan | february / feb | march / mar | april / apr | may | june / jun | july / jul | august / aug |
    september / sep / sept | october / oct | november / nov | december / dec
  `.map((names) => names.split(' / ')),
  weekdays: list`
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues | wed | thu | thur | thurs | fri | sat |
    sun
  `,
  sections: list`
    news | world | world news | local | local news | national | international | politics | business | economy | economics | money |
    finance | opinion | comment | analysis | editorial | feature | features | culture | arts | books | life | lifestyle | science |
    technology | tech | health | environment | climate | education | sport | sports | travel | food | history | society | region |
    regional | interview | report | reportage | review | reviews | special report | in depth | explainer | magazine | weekend |
    letters | obituaries | community | press release | asia | africa | europe | americas | middle east | latin america |
    north america | south america | central asia | exclusive | column | blog | long read
  `,
};

const french: Vocabulary = {
  lines: {
    navigation: list`
      accueil | menu | continuer sans accepter | haut de page | menu principal | rechercher | recherche | aller au contenu |
      aller au … | passer au contenu … | se connecter | connexion | s'inscrire | s'abonner | abonnez-vous | je m'abonne | mon compte |
      fermer | suivant | précédent | article suivant | article précédent | lire plus | plus d'infos | plus d'informations |
      en savoir plus | voir plus | voir tout | afficher plus | lire la suite | tout accepter | tout refuser | accepter | refuser |
      gérer les cookies | paramétrer les cookies | fil d'ariane | vous êtes ici … | temps de lecture … | # min de lecture | à la une |
      dernières nouvelles | newsletter | inscrivez-vous … | recevez …
    `,
    player: list`
      lire la vidéo | lancer la vidéo | veuillez patienter | lecture | pause | écouter | regarder | écouter l'article | plein écran |
      aucun média disponible … | intégrer | voir la vidéo | en direct
    `,
    share: list`
      partager | partager sur … | partager cet article … | partager l'article | partagez … | envoyer par e-mail | envoyer par mail |
      imprimer | copier le lien | suivez-nous | suivez-nous sur … | enregistrer | tweeter | imprimer l'article
    `,
    advert: list`
      publicité | annonce | contenu partenaire | contenu de marque | contenu sponsorisé | sponsorisé | la suite après la publicité |
      la suite après cette publicité | publi-rédactionnel
    `,
    comment: list`
      commentaires | # commentaires | # commentaire | commenter | laisser un commentaire | ajouter un commentaire | réagir |
      aucun commentaire | répondre
    `,
    footer: list`
      tous droits réservés | mentions légales | politique de confidentialité | conditions générales … | contact | nous contacter |
      à propos | plan du site | © … | qui sommes-nous
    `,
  },
  sentences: {
    navigation: list`
      nous utilisons des cookies … | ce site utilise des cookies … | en poursuivant votre navigation … | abonnez-vous à notre … |
      inscrivez-vous à notre … | recevez … dans votre boîte …
    `,
    footer: list`… tous droits réservés | tous droits réservés … | © …`,
  },
  related: list`
    à lire aussi | lire aussi | lisez aussi | voir aussi | sur le même sujet | articles liés | articles similaires | à voir aussi |
    vous aimerez aussi | les plus lus | dans la même rubrique | à découvrir | recommandé pour vous
  `,
  labels: list`
    plus d'infos | plus d'informations | en savoir plus | lire la suite | lire aussi | voir plus
  `,
  captions: list`photo | légende | crédit photo | illustration | crédit`,
  credits: list`photo | archives | crédit | illustration`,
  by: list`par | écrit par`,
  published: list`publié le | publié | mis en ligne le | le | paru le`,
  updated: list`mis à jour le | modifié le | mise à jour`,
  months: list`
    janvier / janv | février / févr / fevrier | mars | avril / avr | mai | juin | juillet / juil | août / aout | septembre / sept |
    octobre / oct | novembre / nov | décembre / déc / decembre
  `.map((names) => names.split(' / ')),
  weekdays: list`lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche`,
  sections: list`
    actualités | monde | politique | économie | culture | société | sciences | sport | opinions | région | environnement | santé |
    histoire
  `,
};

const german: Vocabulary = {
  lines: {
    navigation: list`
      abo | abonnement | zur navigation | zur hauptnavigation | zur suche | zum hauptinhalt | zum seitenanfang | seitenanfang |
      startseite | menü | hauptmenü | suche | suchen | zum inhalt … | zum inhalt springen | direkt zum inhalt | anmelden | einloggen |
      abmelden | registrieren | mein konto | schließen | weiter | zurück | nächster artikel | vorheriger artikel | mehr | mehr infos |
      mehr informationen | mehr erfahren | weiterlesen | mehr lesen | alle anzeigen | mehr anzeigen | alle akzeptieren |
      alle ablehnen | akzeptieren | ablehnen | cookie-einstellungen | einstellungen | sie sind hier … | lesezeit … | # min lesezeit |
      # minuten lesezeit | eilmeldung | abonnieren | newsletter | newsletter abonnieren | jetzt abonnieren | inhaltsverzeichnis
    `,
    player: list`
      bitte warten | abspielen | wiedergabe | anhören | artikel anhören | video ansehen | vollbild | einbetten | ton aus |
      kein medium verfügbar … | jetzt anhören | livestream
    `,
    share: list`
      teilen | artikel teilen | auf … teilen | diesen artikel teilen | teilen auf … | per e-mail … | per mail … | drucken |
      artikel drucken | link kopieren | merken | folgen sie uns … | folgen sie uns auf … | seite drucken
    `,
    advert: list`
      anzeige | werbung | gesponsert | sponsored | advertorial | weiter nach der anzeige | nach der anzeige geht es weiter |
      bezahlter inhalt
    `,
    comment: list`
      kommentare | # kommentare | # kommentar | kommentar schreiben | kommentar verfassen | kommentieren | keine kommentare |
      antworten | schreibe einen kommentar
    `,
    footer: list`
      alle rechte vorbehalten | impressum | datenschutz | datenschutzerklärung | agb | kontakt | über uns | nutzungsbedingungen |
      nach oben | © …
    `,
  },
  sentences: {
    navigation: list`
      wir verwenden cookies … | diese website verwendet cookies … | diese webseite verwendet cookies … | wir nutzen cookies … |
      abonnieren sie unseren … | melden sie sich für unseren …
    `,
    comment: list`deine e-mail-adresse wird nicht veröffentlicht …`,
    footer: list`… alle rechte vorbehalten | alle rechte vorbehalten … | © …`,
  },
  related: list`
    lesen sie auch | lesen sie mehr | mehr zum thema | zum thema | siehe auch | auch interessant | das könnte sie auch interessieren |
    das könnte dich auch interessieren | ähnliche artikel | verwandte artikel | meistgelesen | weitere artikel | weitere themen |
    mehr aus …
  `,
  labels: list`
    mehr infos | mehr informationen | mehr erfahren | weiterlesen | mehr lesen | siehe auch | lesen sie auch | anzeige
  `,
  captions: list`foto | fotos | bild | bildunterschrift | symbolbild | archivbild | quelle bild`,
  credits: list`foto | bild | archiv | archivfoto | symbolbild | archivbild`,
  by: list`von | text von | ein bericht von`,
  published: list`veröffentlicht am | veröffentlicht | erschienen am | stand | datum | vom | am`,
  updated: list`aktualisiert am | aktualisiert | zuletzt aktualisiert | zuletzt geändert`,
  months: list`
    januar / jänner / jan | februar / feb | märz / mär | april / apr | mai | juni / jun | juli / jul | august / aug |
    september / sep / sept | oktober / okt | november / nov | dezember / dez
  `.map((names) => names.split(' / ')),
  weekdays: list`montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonnabend | sonntag`,
  sections: list`
    nachrichten | politik | wirtschaft | kultur | gesellschaft | wissen | wissenschaft | sport | meinung | kommentar | region |
    lokales | ausland | inland | geschichte | umwelt | reise | panorama
  `,
};

const spanish: Vocabulary = {
  lines: {
    navigation: list`
      inicio | portada | menú | menú principal | buscar | ir al contenido | saltar al contenido … | iniciar sesión | regístrate |
      registrarse | suscríbete | mi cuenta | cerrar | siguiente | anterior | artículo siguiente | artículo anterior | más |
      más información | más info | leer más | seguir leyendo | ver más | ver todo | saber más | aceptar | aceptar todo |
      aceptar todas | rechazar | rechazar todo | configurar cookies | usted está aquí … | última hora | tiempo de lectura … |
      # min de lectura | boletín | boletines | suscríbete a … | apúntate …
    `,
    player: list`
      por favor espere | espere por favor | reproducir | pausa | escuchar | escuchar artículo | ver vídeo | ver video |
      pantalla completa | insertar | silenciar | en vivo | en directo
    `,
    share: list`
      compartir | compartir en … | comparte | comparte en … | comparte este artículo | compartir este artículo | compartir por … |
      enviar por correo … | imprimir | copiar enlace | copiar el enlace | síguenos | síguenos en … | guardar | tuitear
    `,
    advert: list`
      publicidad | anuncio | anuncios | patrocinado | contenido patrocinado | continúa después de la publicidad |
      sigue leyendo después de la publicidad | la noticia continúa …
    `,
    comment: list`
      comentarios | # comentarios | # comentario | comentar | deja un comentario | dejar un comentario | sin comentarios | responder |
      añadir comentario
    `,
    footer: list`
      todos los derechos reservados | aviso legal | política de privacidad | política de cookies | términos y condiciones |
      condiciones de uso | contacto | quiénes somos | mapa del sitio | © …
    `,
  },
  sentences: {
    navigation: list`
      utilizamos cookies … | usamos cookies … | este sitio utiliza cookies … | este sitio web utiliza cookies … |
      esta web utiliza cookies … | suscríbete a nuestro … | suscríbete a nuestra …
    `,
    comment: list`tu dirección de correo electrónico no será publicada …`,
    footer: list`… todos los derechos reservados | todos los derechos reservados … | © …`,
  },
  related: list`
    lea también | lee también | leer también | ver también | véase también | te puede interesar | también te puede interesar |
    le puede interesar | noticias relacionadas | artículos relacionados | relacionado | lo más leído | lo más visto | más noticias |
    más sobre este tema | más en …
  `,
  labels: list`
    más información | más info | leer más | ver más | seguir leyendo | saber más | lea también
  `,
  captions: list`foto | fotografía | imagen | pie de foto | crédito | foto de archivo`,
  credits: list`foto | archivo | foto de archivo | imagen | cortesía`,
  by: list`por | escrito por | texto de`,
  published: list`publicado el | publicado | fecha | fecha de publicación | el`,
  updated: list`actualizado el | actualizado | última actualización | modificado el`,
  months: list`
    enero / ene | febrero / feb | marzo / mar | abril / abr | mayo | junio / jun | julio / jul | agosto / ago |
    septiembre / setiembre / sep / sept | octubre / oct | noviembre / nov | diciembre / dic
  `.map((names) => names.split(' / ')),
  weekdays: list`lunes | martes | miércoles | jueves | viernes | sábado | domingo`,
  sections: list`
    noticias | mundo | política | economía | cultura | sociedad | ciencia | deportes | opinión | regional | historia | salud |
    internacional | nacional
  `,
};

const arabic: Vocabulary = {
  lines: {
    navigation: list`
      تخطي الروابط | تخطي … | الرئيسية | أقسام الموقع | الأقسام | الصفحة الرئيسية | القائمة | القائمة الرئيسية | بحث | البحث | تخطي إلى المحتوى |
      انتقل إلى … | تسجيل الدخول | تسجيل | اشترك | اشترك الآن | اشترك في … | إغلاق | التالي | السابق | المقال التالي | المقال السابق |
      المزيد | المزيد من المعلومات | معلومات أكثر | اقرأ المزيد | عرض المزيد | عرض الكل | قبول | قبول الكل | رفض | موافق |
      أخبار عاجلة | عاجل | آخر الأخبار | النشرة البريدية | أنت هنا …
    `,
    player: list`
      مدة الفيديو | مدة الفيديو … | مدة الصوت … | الرجاء الانتظار | يرجى الانتظار | تشغيل | إيقاف | استمع | شاهد | مشاهدة الفيديو | شاهد الفيديو | استمع إلى المقال | مباشر |
      البث المباشر | ملء الشاشة | كتم الصوت | لا توجد وسائط متاحة …
    `,
    share: list`
      شارك | مشاركة | شارك المقال | شارك هذا المقال | شارك على … | شارك عبر … | مشاركة عبر … | مشاركة على … | طباعة | إرسال |
      أرسل لصديق | أرسل إلى صديق | نسخ الرابط | تابعنا | تابعونا | تابعنا على … | تابعونا على … | حفظ | فيسبوك | تويتر | واتساب |
      تلغرام
    `,
    advert: list`إعلان | إعلانات | إعلان ممول | محتوى ممول | برعاية | برعاية … | يستمر المقال بعد الإعلان`,
    comment: list`
      تعليقات | التعليقات | # تعليق | # تعليقات | أضف تعليقا | أضف تعليقًا | اترك تعليقا | اترك تعليقًا | اترك رد | لا توجد تعليقات |
      رد
    `,
    footer: list`
      جميع الحقوق محفوظة | جميع الحقوق محفوظة … | كل الحقوق محفوظة | سياسة الخصوصية | شروط الاستخدام | الشروط والأحكام | اتصل بنا |
      عودة إلى الأعلى | العودة إلى الأعلى | من نحن | خريطة الموقع | عن الموقع | © …
    `,
  },
  sentences: {
    navigation: list`
      نستخدم ملفات تعريف الارتباط … | يستخدم هذا الموقع ملفات تعريف الارتباط … | اشترك في نشرتنا … | اشترك في النشرة …
    `,
    footer: list`… جميع الحقوق محفوظة | جميع الحقوق محفوظة … | © …`,
  },
  related: list`
    اقرأ أيضا | اقرأ أيضًا | إقرأ أيضا | انظر أيضا | انظر أيضًا | شاهد أيضا | شاهد أيضًا | مقالات ذات صلة | أخبار ذات صلة |
    مواضيع ذات صلة | قد يعجبك أيضا | قد يعجبك أيضًا | الأكثر قراءة | مواضيع متعلقة
  `,
  labels: list`المزيد | اقرأ المزيد | المزيد من المعلومات`,
  captions: list`صورة | الصورة | تصوير`,
  credits: list`أرشيف | أرشيفية | صورة أرشيفية | صورة | تصوير`,
  by: list`بقلم | كتب | كتبت | إعداد | تقرير`,
  published: list`نشر في | نُشر في | تاريخ النشر | نشر بتاريخ | نشرت في`,
  updated: list`آخر تحديث | تم التحديث | تحديث`,
  months: list`
    يناير / كانون الثاني | فبراير / شباط | مارس / آذار | أبريل / إبريل / نيسان | مايو / أيار | يونيو / حزيران | يوليو / تموز |
    أغسطس / آب | سبتمبر / أيلول | أكتوبر / تشرين الأول | نوفمبر / تشرين الثاني | ديسمبر / كانون الأول
  `.map((names) => names.split(' / ')),
  weekdays: list`الاثنين | الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد`,
  sections: list`
    أخبار | سياسة | اقتصاد | ثقافة | رياضة | مجتمع | علوم | تاريخ | رأي | منوعات | الشرق الأوسط
  `,
};

const hebrew: Vocabulary = {
  lines: {
    navigation: list`
      דף הבית | ראשי | תפריט | כל המדורים | מדורים | תפריט ראשי | חיפוש | דלג לתוכן | דילוג לתוכן | מעבר לתוכן … | התחברות | כניסה |
      הרשמה | הירשמו … | סגור | סגירה | הבא | הקודם | הכתבה הבאה | הכתבה הקודמת | עוד | מידע נוסף | קרא עוד | קראו עוד |
      לקריאה נוספת | המשך קריאה | הצג עוד | אישור | קבל הכל | מבזק | מבזקים | חדשות אחרונות | ניוזלטר | הנגשת אתר | נגישות
    `,
    player: list`
      אנא המתן | נא להמתין | נגן | הפעל | השהה | השתק | האזינו | האזינו לכתבה | צפו | צפו בסרטון | מסך מלא | שידור חי
    `,
    share: list`
      שתף | שתפו | שיתוף | שתפו בפייסבוק | שתפו ב… | שתפו את … | שתף ב… | שתפו בוואטסאפ | הדפסה | הדפס | שלחו במייל | שלח במייל |
      שלחו לחבר | שלח לחבר | העתק קישור | עקבו אחרינו | עקבו אחרינו … | שמור | פייסבוק | טוויטר | וואטסאפ | טלגרם
    `,
    advert: list`
      פרסומת | פרסום | מודעה | תוכן ממומן | תוכן שיווקי | בחסות | ממומן | הכתבה ממשיכה אחרי הפרסומת
    `,
    comment: list`
      תגובות | # תגובות | הוסף תגובה | הוסיפו תגובה | כתבו תגובה | השאר תגובה | אין תגובות | הגב
    `,
    footer: list`
      כל הזכויות שמורות | כל הזכויות שמורות … | מדיניות פרטיות | חזרה למעלה | תנאי שימוש | צור קשר | צרו קשר | אודות | מפת אתר |
      הצהרת נגישות | © …
    `,
  },
  sentences: {
    navigation: list`
      אנו משתמשים בעוגיות … | אתר זה משתמש בעוגיות … | אנחנו משתמשים בעוגיות … | הירשמו לניוזלטר …
    `,
    footer: list`… כל הזכויות שמורות | כל הזכויות שמורות … | © …`,
  },
  related: list`
    קראו גם | קרא גם | ראו גם | ראה גם | כתבות קשורות | כתבות נוספות | עוד בנושא | אולי יעניין אותך | אולי יעניין אתכם |
    הנקראות ביותר | עוד באתר | כתבות מומלצות
  `,
  labels: list`מידע נוסף | קרא עוד | קראו עוד`,
  captions: list`צילום | תמונה | צילומים`,
  credits: list`צילום | ארכיון | תמונת ארכיון | צילום ארכיון`,
  by: list`מאת | כתב | כתבה`,
  published: list`פורסם | פורסם ב | תאריך | תאריך פרסום | פורסם בתאריך`,
  updated: list`עודכן | עודכן ב | עדכון אחרון`,
  months: list`
    ינואר / בינואר | פברואר / בפברואר | מרץ / במרץ / מרס / במרס | אפריל / באפריל | מאי / במאי | יוני / ביוני | יולי / ביולי |
    אוגוסט / באוגוסט | ספטמבר / בספטמבר | אוקטובר / באוקטובר | נובמבר / בנובמבר | דצמבר / בדצמבר
  `.map((names) => names.split(' / ')),
  weekdays: list`יום ראשון | יום שני | יום שלישי | יום רביעי | יום חמישי | יום שישי | שבת`,
  sections: list`חדשות | פוליטיקה | כלכלה | תרבות | ספורט | חברה | מדע | היסטוריה | דעות | המזרח התיכון`,
};

/** Single words that are furniture at a page's ends and may be a heading in its midst. */
export const perhapsHeadings = list`
  language | languages | details | topics | categories | sections | live | quality | repeat | volume | discussion | press | jobs |
  help | about | legal | privacy | contact | partners | corrections | feedback | latest | popular | promotion | transcript |
  disclaimer | previously | terms | careers | editions | edition
`;

export const vocabularies: readonly Vocabulary[] = [english, french, german, spanish, arabic, hebrew, ...furtherVocabularies];

/** Words of which the chrome of a page is made: a line of nothing else is furniture. */
export const chromeWords: Partial<Readonly<Record<FurnitureReason, readonly string[]>>> = {
  share: list`
    share | tweet | facebook | twitter | whatsapp | telegram | email | mail | print | pinterest | linkedin | reddit | copy | link |
    messenger | viber | flipboard | bluesky | mastodon | threads | instagram | tumblr | vk | sms | bookmark | save | pocket | follow |
    shares | youtube | tiktok | x | weibo | wechat | line | rss | pin | recommend | likes | like | teilen | drucken | merken |
    partager | imprimer | compartir | imprimir | شارك | مشاركة | طباعة | فيسبوك | تويتر | واتساب | שתף | שתפו | הדפסה | פייסבוק |
    טוויטר | וואטסאפ
  `,
  player: list`
    play | playing | pause | mute | unmute | volume | fullscreen | embed | download | audio | video | listen | watch | autoplay |
    subtitles | captions | settings | playback | player | buffering | replay | rewind | kbps | mp3 | mp4 | podcast | speed | quality |
    unavailable
  `,
  navigation: list`
    menu | home | search | login | register | skip | navigation | toggle | subscribe | newsletter | newsletters | sign | log |
    account | accept | reject | cookie | cookies | preferences | decline | close | next | previous | breadcrumb | startseite |
    accueil | inicio | الرئيسية | القائمة | ראשי | תפריט
  `,
  advert: list`ad | ads | advert | advertisement | advertisements | sponsored | promoted | anzeige | werbung | publicité | publicidad`,
  footer: list`
    privacy | policy | terms | conditions | copyright | imprint | impressum | legal | disclaimer | sitemap | accessibility | contact |
    faq | careers | datenschutz | advertise | licensing | reprints | notice | statement | kontakt | agb
  `,
  comment: list`comment | comments | reply | upvote | downvote`,
};

/** Words that may stand between them. */
export const chromeFillers = list`
  this | on | off | via | to | the | a | an | by | our | us | your | and | or | with | story | article | page | post | now | all |
  of | in | up | out | for | use | about | content | main | site | here | view | more | px | my | me | friend | friends | someone |
  do | not | sell | data | service | press | help | jobs | et | y | und | auf | sur | en | e | it | as | at | from | only |
  necessary | essential | functional | front | new | free | min | mins | minute | minutes | sec | secs | second | seconds |
  continues | continue | below | after | reading | scroll | gift | first | list | dark | light | enlarge | unmute | notice | our |
  down | starts | start | other | others | full | list | read | is | are | has | been | per | via | par | por
`;

/** What an order to the reader begins with. */
export const commandVerbs = list`
  open | close | show | hide | toggle | expand | collapse | view | get | go | turn | switch | manage | change | edit | update | set |
  choose | select | send | post | tell | recommend | invite | give | gift | add | join | write | report | contact | remove | skip |
  jump | scroll | download | install | try | start | follow | subscribe | sign | register | log | enter | allow | enable | disable |
  accept | reject | mark | flag | become | forward | order | hide | click | tap | renew | cancel | save | copy | print | share |
  email | tweet | listen | watch | play | browse | visit | return | back | enlarge | zoom | load | see | read | like | advertise |
  unsubscribe
`;

/** What such an order is about, beside the words of chrome. */
export const pageWords: Partial<Readonly<Record<FurnitureReason, readonly string[]>>> = {
  navigation: list`
    bar | sidebar | homepage | website | site | subscription | subscriptions | subscriber | subscribers | profile | settings |
    options | app | apps | alerts | notifications | results | filter | filters | front | inbox | browser | javascript | blocker |
    adblocker | password | username | page | gallery | slideshow | paywall | membership | unsubscribe | digest | message | banner |
    mode | subscriber | tip | tips | newsroom | today's
  `,
  share: list`url | friend | friends | wall | network | profile | social | colleague | timeline | feed`,
  player: list`playlist | sound | clip | episode | stream | livestream | recording`,
  comment: list`replies | inappropriate | guidelines | discussion | conversation | voice | thread`,
  footer: list`reprint | reprints | error | typo | correction | newsroom | webmaster | mistake`,
};

/** How a page calls itself and its reader. */
export const persons = list`we | our | us | you | your | i | my | me | please | wir | sie | ihre | ihr | nous | notre | vous | votre | usted | su | nuestro | nuestra`;

/** What only a page tells its reader about. */
export const siteWords = list`
  cookie | cookies | privacy | newsletter | newsletters | inbox | subscription | subscriptions | subscriber | subscribers |
  subscribe | unsubscribe | login | browser | javascript | blocker | adblocker | notifications | website | webpage | app | paywall |
  membership | password | username | digest | e-mail | datenschutz | confidentialité | boletín | reader-funded
`;

/** With these a sentence tells what someone said. */
export const reportingWords = list`said | says | asked | told | wrote | writes | replied | added | recalled | explained | sagte | dit | dijo`;

/** Words of the labels above links to other articles: what shows one, what they link to, and what may stand between. */
export const relatedWords = {
  signs: list`
    popular | trending | similar | related | recommended | also | most | latest | more | next | others | other | picks | enjoyed |
    missed | today's | keep | same | further | suggested | top | again | editor's | editors | best
  `,
  things: list`
    stories | story | articles | article | posts | post | news | reads | reading | read | viewed | shared | section | topic | author |
    series | exploring | headlines | picks | week | today | now | month | category | issue | missed | liked | coverage | pieces |
    columns | writer
  `,
  fillers: list`have | been | reader | this | for | you | the | in | from | by | on | our | we | readers | who | people | liked | like | and | may | might | to | your | see | site | page | at`,
};
