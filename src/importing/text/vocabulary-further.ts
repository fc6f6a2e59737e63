/**
 * The words of page furniture in further languages, each a shorter table than those of `vocabulary.ts`.
 */
import { list, type Vocabulary } from './phrases.ts';

/** Months, each with its other spellings behind a slash. */
function months(names: readonly string[]): string[][] {
  return names.map((each) => each.split(' / '));
}

const russian: Vocabulary = {
  lines: {
    navigation: list`
      главная | на главную | главная страница | меню | поиск | найти | войти | вход | регистрация | выход | закрыть | открыть меню | подписаться |
      подписка | подпишитесь … | рассылка | далее | назад | вперёд | вперед | следующая статья | предыдущая статья | следующая | предыдущая |
      ещё | показать ещё | показать еще | загрузить ещё | загрузить еще | подробнее | читать далее | читать дальше | читать полностью |
      все новости | последние новости | главные новости | срочные новости | перейти к содержанию | перейти к … | принять | принять все | отклонить |
      настройки cookie | вы здесь … | теги | темы | рубрики | содержание | версия для печати
    `,
    player: list`
      слушать | смотреть | смотреть видео | видео | аудио | воспроизвести | пауза | прямой эфир | во весь экран | полный экран |
      длительность … | пожалуйста подождите
    `,
    share: list`
      поделиться | поделиться … | поделитесь | поделитесь … | рассказать друзьям | отправить | отправить другу | отправить по … | распечатать |
      печать | скопировать ссылку | копировать ссылку | ссылка скопирована | сохранить | в закладки | добавить в закладки | вконтакте | телеграм |
      фейсбук | твиттер | одноклассники | вотсап | подписывайтесь на нас … | мы в соцсетях | следите за нами …
    `,
    advert: list`
      реклама | на правах рекламы | рекламное объявление | рекламный материал | партнёрский материал | партнерский материал | спонсор | спонсоры |
      новости партнёров | новости партнеров | продолжение после рекламы
    `,
    comment: list`
      комментарии | # комментариев | # комментария | # комментарий | комментировать | оставить комментарий | добавить комментарий | нет комментариев |
      ответить | обсудить | обсуждение
    `,
    footer: list`
      все права защищены | все права защищены … | политика конфиденциальности | пользовательское соглашение | условия использования | о нас |
      о проекте | о редакции | контакты | обратная связь | карта сайта | наверх | вверх | сообщить об ошибке | © …
    `,
  },
  sentences: {
    navigation: list`мы используем файлы cookie … | этот сайт использует … cookie … | подпишитесь на нашу … | подпишитесь на наш … | продолжая пользоваться сайтом …`,
    comment: list`ваш адрес email не будет опубликован …`,
    footer: list`… все права защищены | все права защищены … | © …`,
  },
  related: list`
    читайте также | читать также | смотрите также | см также | материалы по теме | новости по теме | по теме | ещё по теме | еще по теме |
    похожие материалы | похожие статьи | похожие новости | вам может быть интересно | вам будет интересно | самое читаемое | популярное |
    рекомендуем | другие новости
  `,
  labels: list`читать далее | читайте также | подробнее`,
  captions: list`фото | фотография | снимок | изображение | иллюстрация`,
  credits: list`фото | архив`,
  by: list`автор | авторы | текст`,
  published: list`опубликовано | дата публикации | дата`,
  updated: list`обновлено | изменено | последнее обновление`,
  months: months(list`
    января / январь / янв | февраля / февраль / фев | марта / март / мар | апреля / апрель / апр | мая / май | июня / июнь / июн |
    июля / июль / июл | августа / август / авг | сентября / сентябрь / сен | октября / октябрь / окт | ноября / ноябрь / ноя |
    декабря / декабрь / дек
  `),
  weekdays: list`понедельник | вторник | среда | четверг | пятница | суббота | воскресенье`,
  sections: list`
    новости | политика | экономика | общество | культура | спорт | наука | история | мнения | мнение | в мире | мир | происшествия | регионы |
    здоровье | бизнес | технологии
  `,
};

const chinese: Vocabulary = {
  lines: {
    navigation: list`
      首页 | 首頁 | 主页 | 主頁 | 返回首页 | 返回首頁 | 菜单 | 菜單 | 导航 | 導航 | 搜索 | 搜尋 | 登录 | 登錄 | 登入 | 注册 | 註冊 | 退出 | 关闭 |
      關閉 | 订阅 | 訂閱 | 更多 | 查看更多 | 加载更多 | 載入更多 | 阅读更多 | 閱讀更多 | 阅读全文 | 閱讀全文 | 展开全文 | 展開全文 | 点击查看 |
      下一页 | 下一頁 | 上一页 | 上一頁 | 下一篇 | 上一篇 | 下一篇 … | 上一篇 … | 跳转到内容 | 跳至內容 | 当前位置 … | 當前位置 … | 您的位置 … |
      正文 | 字号 | 字號 | 标签 | 標籤 | 标签 … | 標籤 … | 目录 | 目錄 | 最新消息 | 滚动新闻 | 即時新聞 | 接受 | 同意 | 拒绝
    `,
    player: list`播放 | 暂停 | 暫停 | 播放视频 | 播放影片 | 全屏 | 全螢幕 | 收听 | 收聽 | 观看视频 | 直播`,
    share: list`
      分享 | 分享到 | 分享到 … | 分享至 … | 分享本文 | 分享此文 | 转发 | 轉發 | 点赞 | 收藏 | 打印 | 列印 | 打印本文 | 复制链接 | 複製連結 | 微信 | 微博 |
      朋友圈 | 扫码关注 | 扫一扫 | 关注我们 | 關注我們 | 追蹤我們
    `,
    advert: list`广告 | 廣告 | 推广 | 推廣 | 赞助 | 贊助 | 赞助内容 | 贊助內容 | 广告之后继续阅读`,
    comment: list`评论 | 評論 | 留言 | 发表评论 | 發表評論 | 发表留言 | 查看评论 | 回复 | 回覆 | 暂无评论 | 网友评论 | 热门评论`,
    footer: list`
      责任编辑 | 责任编辑 … | 責任編輯 | 責任編輯 … | 责编 … | 版权所有 | 版權所有 | 版权所有 … | 版權所有 … | 版权声明 | 版權聲明 | 隐私政策 |
      隱私政策 | 使用条款 | 使用條款 | 关于我们 | 關於我們 | 联系我们 | 聯繫我們 | 聯絡我們 | 网站地图 | 網站地圖 | 返回顶部 | 回到頂部 | 免责声明 |
      免責聲明 | © …
    `,
  },
  related: list`
    相关阅读 | 相關閱讀 | 相关新闻 | 相關新聞 | 相关文章 | 相關文章 | 相关报道 | 相關報導 | 延伸阅读 | 延伸閱讀 | 推荐阅读 | 推薦閱讀 | 猜你喜欢 |
    热门文章 | 熱門文章 | 热门新闻 | 您可能感兴趣 | 更多新闻 | 更多文章
  `,
  labels: list`阅读更多 | 查看更多`,
  captions: list`图片来源 | 圖片來源 | 图 | 圖 | 资料图 | 資料圖 | 摄影 | 攝影 | 图片 | 圖片`,
  by: list`作者 | 记者 | 記者 | 撰文`,
  published: list`发布时间 | 發布時間 | 发表时间 | 发布于 | 日期 | 时间`,
  updated: list`更新时间 | 更新時間 | 更新于 | 最后更新`,
  months: Array.from({ length: 12 }, () => []),
  weekdays: list`星期一 | 星期二 | 星期三 | 星期四 | 星期五 | 星期六 | 星期日 | 星期天`,
  sections: list`新闻 | 新聞 | 国际 | 國際 | 国内 | 社会 | 社會 | 财经 | 財經 | 文化 | 体育 | 體育 | 科技 | 历史 | 歷史 | 评论 | 健康 | 教育 | 地方`,
};

const portuguese: Vocabulary = {
  lines: {
    navigation: list`
      página inicial | início | pesquisar | busca | buscar | entrar | cadastre se | fechar | assine | assine já | ler mais | leia mais | ver mais |
      mais informações | saiba mais | continuar lendo | continue lendo | próximo | próxima | anterior | próximo artigo | artigo anterior |
      aceitar | aceitar todos | aceitar cookies | rejeitar | ir para o conteúdo | pular para o conteúdo | últimas notícias | assine a newsletter
    `,
    player: list`ouvir | ouça | assistir | assista | reproduzir | pausar | tela cheia | ouvir notícia`,
    share: list`
      compartilhar | compartilhe | compartilhar no … | compartilhe no … | compartilhe esta notícia | compartilhe este artigo | partilhar | partilhar no … |
      partilhe | partilhar artigo | copiar link | enviar por e mail | siga nos | siga nos … | salvar | guardar
    `,
    advert: list`publicidade | anúncio | anúncios | patrocinado | conteúdo patrocinado | continua após a publicidade | continua depois da publicidade`,
    comment: list`comentários | # comentários | # comentário | comentar | deixe um comentário | deixe o seu comentário | sem comentários`,
    footer: list`todos os direitos reservados | política de privacidade | termos de uso | termos e condições | quem somos | fale conosco | contacto | mapa do site | voltar ao topo | © …`,
  },
  sentences: {
    navigation: list`utilizamos cookies … | usamos cookies … | este site utiliza cookies … | este site usa cookies …`,
    footer: list`… todos os direitos reservados | todos os direitos reservados …`,
  },
  related: list`
    leia também | leia mais sobre … | veja também | ver também | notícias relacionadas | artigos relacionados | conteúdo relacionado | mais lidas |
    mais lidos | você pode gostar | pode interessar lhe | saiba mais sobre …
  `,
  labels: list`leia mais | leia também | saiba mais`,
  captions: list`foto | imagem | legenda`,
  credits: list`foto | arquivo | divulgação`,
  by: list`por | escrito por | texto de`,
  published: list`publicado em | publicado a | publicado | data`,
  updated: list`atualizado em | atualizado | última atualização`,
  months: months(list`
    janeiro | fevereiro / fev | março | abril | maio | junho | julho | agosto | setembro / set | outubro / out | novembro | dezembro / dez
  `),
  weekdays: list`segunda feira | terça feira | quarta feira | quinta feira | sexta feira | sábado | domingo`,
  sections: list`notícias | mundo | política | economia | cultura | sociedade | ciência | esportes | desporto | opinião | saúde`,
};

const italian: Vocabulary = {
  lines: {
    navigation: list`
      pagina iniziale | cerca | ricerca | accedi | registrati | chiudi | abbonati | iscriviti | iscriviti alla newsletter | leggi tutto | leggi di più |
      continua a leggere | mostra altro | scopri di più | per saperne di più | successivo | precedente | articolo successivo | articolo precedente |
      accetta | accetta tutti | rifiuta | vai al contenuto | salta al contenuto | ultime notizie
    `,
    player: list`ascolta | ascolta l'articolo | guarda | guarda il video | riproduci | pausa | schermo intero`,
    share: list`condividi | condividi su … | condividi l'articolo | condividi questo articolo | stampa | copia link | copia il link | invia per email | seguici | seguici su … | salva`,
    advert: list`pubblicità | annuncio | annunci | sponsorizzato | contenuto sponsorizzato | l'articolo continua dopo la pubblicità | continua dopo la pubblicità`,
    comment: list`commenti | # commenti | # commento | commenta | lascia un commento | aggiungi un commento | nessun commento | rispondi`,
    footer: list`tutti i diritti riservati | riproduzione riservata | © riproduzione riservata | informativa sulla privacy | note legali | chi siamo | contatti | mappa del sito | torna su | © …`,
  },
  sentences: {
    navigation: list`utilizziamo i cookie … | utilizziamo cookie … | questo sito utilizza cookie … | questo sito utilizza i cookie …`,
    footer: list`… tutti i diritti riservati | tutti i diritti riservati …`,
  },
  related: list`leggi anche | vedi anche | guarda anche | potrebbe interessarti | potrebbe interessarti anche | articoli correlati | notizie correlate | i più letti | più letti | articoli simili`,
  labels: list`leggi anche | leggi tutto | continua a leggere`,
  captions: list`foto | immagine | didascalia`,
  credits: list`foto | archivio`,
  by: list`scritto da | a cura di | testo di`,
  published: list`pubblicato il | pubblicato | data`,
  updated: list`aggiornato il | aggiornato | ultimo aggiornamento`,
  months: months(list`
    gennaio / gen | febbraio | marzo | aprile | maggio / mag | giugno / giu | luglio / lug | agosto | settembre / set | ottobre / ott | novembre | dicembre
  `),
  weekdays: list`lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica`,
  sections: list`notizie | mondo | politica | economia | cultura | società | scienza | sport | opinioni | cronaca | salute | storia`,
};

const dutch: Vocabulary = {
  lines: {
    navigation: list`
      startpagina | zoeken | inloggen | aanmelden | registreren | uitloggen | sluiten | abonneren | word abonnee | nieuwsbrief | lees meer | lees verder |
      meer lezen | toon meer | bekijk meer | meer informatie | volgende | vorige | volgende artikel | vorige artikel | accepteren | alles accepteren |
      weigeren | ga naar de inhoud | naar de inhoud | laatste nieuws | meest recente nieuws
    `,
    player: list`afspelen | pauzeren | luister | luister naar dit artikel | bekijk de video | volledig scherm`,
    share: list`delen | deel | deel dit artikel | deel dit bericht | deel op … | delen op … | delen via … | deel via … | afdrukken | link kopiëren | kopieer link | volg ons | volg ons op … | bewaren | opslaan`,
    advert: list`advertentie | advertenties | gesponsord | gesponsorde inhoud | het artikel gaat verder onder de advertentie | artikel gaat verder na de advertentie`,
    comment: list`reacties | # reacties | # reactie | reageren | reageer | plaats een reactie | geef een reactie | laat een reactie achter | geen reacties | beantwoorden`,
    footer: list`alle rechten voorbehouden | privacybeleid | privacyverklaring | cookiebeleid | gebruiksvoorwaarden | algemene voorwaarden | over ons | colofon | terug naar boven | © …`,
  },
  sentences: {
    navigation: list`wij gebruiken cookies … | we gebruiken cookies … | deze website gebruikt cookies … | deze site gebruikt cookies … | schrijf je in voor …`,
    footer: list`… alle rechten voorbehouden | alle rechten voorbehouden …`,
  },
  related: list`lees ook | zie ook | bekijk ook | gerelateerde artikelen | gerelateerd | gerelateerd nieuws | meer over dit onderwerp | meest gelezen | misschien ook interessant | aanbevolen voor u`,
  labels: list`lees meer | lees ook | lees verder`,
  captions: list`foto | beeld | afbeelding`,
  credits: list`foto | archief`,
  by: list`geschreven door | tekst`,
  published: list`gepubliceerd op | gepubliceerd | datum | geplaatst op`,
  updated: list`bijgewerkt op | bijgewerkt | laatst bijgewerkt | laatste update`,
  months: months(list`
    januari | februari | maart / mrt | april | mei | juni | juli | augustus | september | oktober / okt | november | december
  `),
  weekdays: list`maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag`,
  sections: list`nieuws | binnenland | buitenland | politiek | economie | cultuur | samenleving | wetenschap | sport | opinie | gezondheid | geschiedenis`,
};

const turkish: Vocabulary = {
  lines: {
    navigation: list`
      ana sayfa | anasayfa | menü | ara | arama | giriş yap | üye ol | kayıt ol | çıkış yap | kapat | abone ol | abone olun | devamını oku | daha fazla |
      daha fazla göster | daha fazla bilgi | tümünü gör | sonraki | önceki | sonraki haber | önceki haber | kabul et | tümünü kabul et | reddet |
      içeriğe geç | içeriğe atla | son dakika | son haberler | e bülten | bültene abone ol
    `,
    player: list`dinle | haberi dinle | izle | videoyu izle | oynat | duraklat | tam ekran | canlı yayın`,
    share: list`paylaş | paylaşın | paylaş … | facebook'ta paylaş | twitter'da paylaş | whatsapp'ta paylaş | bu haberi paylaş | bu yazıyı paylaş | yazdır | bağlantıyı kopyala | linki kopyala | bizi takip edin | takip et | kaydet`,
    advert: list`reklam | reklamlar | ilan | sponsorlu | sponsorlu içerik | haberin devamı aşağıda … | reklamdan sonra devam ediyor`,
    comment: list`yorumlar | # yorum | yorum yap | yorum yaz | yorum ekle | yorum yok | yanıtla | cevapla`,
    footer: list`tüm hakları saklıdır | her hakkı saklıdır | gizlilik politikası | çerez politikası | kullanım koşulları | hakkımızda | künye | iletişim | site haritası | başa dön | yukarı çık | © …`,
  },
  sentences: {
    navigation: list`çerezleri kullanıyoruz … | bu site çerezleri kullanır … | bu web sitesi çerez … | sitemizde çerezler …`,
    footer: list`… tüm hakları saklıdır | … her hakkı saklıdır`,
  },
  related: list`ilgili haberler | ilgili haber | ilgili yazılar | bunları da okuyun | ayrıca bakınız | ilginizi çekebilir | en çok okunanlar | benzer haberler | önerilen haberler`,
  labels: list`devamını oku | daha fazla bilgi`,
  captions: list`fotoğraf | foto | görsel`,
  credits: list`fotoğraf | arşiv`,
  by: list`yazan | yazar | haber`,
  published: list`yayınlanma | yayınlanma tarihi | yayın tarihi | tarih`,
  updated: list`güncelleme | güncellendi | son güncelleme`,
  months: months(list`
    ocak | şubat | mart | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim | kasım | aralık
  `),
  weekdays: list`pazartesi | salı | çarşamba | perşembe | cuma | cumartesi | pazar`,
  sections: list`haberler | dünya | siyaset | ekonomi | kültür | toplum | bilim | spor | görüş | sağlık | tarih | gündem`,
};

export const furtherVocabularies: readonly Vocabulary[] = [russian, chinese, portuguese, italian, dutch, turkish];
