<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountMenu</name>
    <message>
        <source>How your servers are doing</source>
        <translation>L’état de vos serveurs</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Keeps what was read, and what waits.</source>
        <translation>Garde ce qui a été lu et ce qui attend.</translation>
    </message>
    <message>
        <source>Remove the account …</source>
        <translation>Retirer le compte…</translation>
    </message>
</context>
<context>
    <name>ActionButton</name>
    <message>
        <source>%1, waits for the server</source>
        <translation>%1, en attente du serveur</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>This post cannot be boosted</source>
        <translation>Ce message ne peut pas être partagé</translation>
    </message>
    <message>
        <source>Take the boost back</source>
        <translation>Annuler le partage</translation>
    </message>
    <message>
        <source>Boost</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Retirer des favoris</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Ajouter aux favoris</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Retirer le marque-page</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Marque-page</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>AltBadge</name>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>ALT</source>
        <comment>badge of a picture that is described</comment>
        <translation>ALT</translation>
    </message>
</context>
<context>
    <name>BodyEnd</name>
    <message>
        <source>The rest is too long to be shown here.</source>
        <translation>La suite est trop longue pour être affichée ici.</translation>
    </message>
    <message>
        <source>Read it on the web</source>
        <translation>Lire sur le web</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher la suite</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>ComposerForm</name>
    <message>
        <source>Content warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Écrivez une réponse</translation>
    </message>
    <message>
        <source>What would you like to say?</source>
        <translation>Qu’aimeriez-vous dire&#x202f;?</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>Votre message</translation>
    </message>
    <message>
        <source>Who may see this</source>
        <translation>Qui peut voir ceci</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>ComposerLine</name>
    <message>
        <source>Write a post</source>
        <translation>Écrire un message</translation>
    </message>
</context>
<context>
    <name>ComposerTools</name>
    <message>
        <source>Who may see this: %1</source>
        <translation>Qui peut le voir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Remove the content warning</source>
        <translation>Retirer l’avertissement</translation>
    </message>
    <message>
        <source>Add a content warning</source>
        <translation>Ajouter un avertissement</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Langue&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n caractère restant</numerusform>
            <numerusform>%n caractères restants</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 en tant que %2</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>DemoBar</name>
    <message>
        <source>Demo: an invented world on this computer. Switch a server off and go on reading and writing.</source>
        <translation>Démonstration&#xa0;: un monde inventé, sur cet ordinateur. Coupez un serveur et continuez de lire et d’écrire.</translation>
    </message>
</context>
<context>
    <name>GapRow</name>
    <message>
        <source>Load them</source>
        <comment>the posts that are missing here</comment>
        <translation>Les charger</translation>
    </message>
</context>
<context>
    <name>GhostBar</name>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>do not send this post</comment>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Next post</source>
        <translation>Message suivant</translation>
    </message>
    <message>
        <source>Previous post</source>
        <translation>Message précédent</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Boost, or take it back</source>
        <translation>Partager, ou annuler le partage</translation>
    </message>
    <message>
        <source>Favourite, or take it back</source>
        <translation>Ajouter aux favoris, ou en retirer</translation>
    </message>
    <message>
        <source>Bookmark, or take it back</source>
        <translation>Poser un marque-page, ou le retirer</translation>
    </message>
    <message>
        <source>Show or hide what is behind a warning</source>
        <translation>Montrer ou cacher ce que couvre un avertissement</translation>
    </message>
    <message>
        <source>Open the pictures</source>
        <translation>Ouvrir les images</translation>
    </message>
    <message>
        <source>What else can be done with the post</source>
        <translation>Les autres actions sur le message</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Send what is written</source>
        <translation>Envoyer ce qui est écrit</translation>
    </message>
    <message>
        <source>Fetch what is new and go there</source>
        <translation>Chercher les nouveautés et y aller</translation>
    </message>
    <message>
        <source>Go to the home timeline</source>
        <translation>Aller au fil d’accueil</translation>
    </message>
    <message>
        <source>Go to the outbox</source>
        <translation>Aller à la boîte d’envoi</translation>
    </message>
    <message>
        <source>Switch to that account</source>
        <translation>Passer à ce compte</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Text as it was</source>
        <translation>Taille de texte d’origine</translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation>Ces raccourcis</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Ctrl+</source>
        <comment>the key, before another</comment>
        <translation>Ctrl+</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Petrel</source>
        <translation>Petrel</translation>
    </message>
</context>
<context>
    <name>MediaGrid</name>
    <message>
        <source>Show what is sensitive</source>
        <translation>Montrer le contenu sensible</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Recouvrir</translation>
    </message>
</context>
<context>
    <name>MediaTile</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 without a description</source>
        <translation>%1 sans description</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>so many more pictures</comment>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>NewPostsPill</name>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) kept on this computer until the servers have them</source>
        <translation>
            <numerusform>%n action en attente, gardée sur cet ordinateur</numerusform>
            <numerusform>%n actions en attente, gardées sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>What you write or do while a server is away stands here until it is back. Nothing is lost, and nothing is sent twice.</source>
        <translation>Ce que vous écrivez ou faites pendant l’absence d’un serveur reste ici jusqu’à son retour. Rien n’est perdu, rien n’est envoyé deux fois.</translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message>
        <source>since %1</source>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>prochain essai %1</translation>
    </message>
    <message>
        <source>Content warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>give up this action</comment>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>Delete this post?</source>
        <translation>Supprimer ce message&#x202f;?</translation>
    </message>
    <message>
        <source>It disappears for everybody, with its boosts and favourites.</source>
        <translation>Il disparaît pour tout le monde, avec ses partages et ses favoris.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Retirer %1&#x202f;?</translation>
    </message>
    <message>
        <source>What Petrel read with it is removed from this computer. Nothing changes on the server.</source>
        <translation>Ce que Petrel a lu avec ce compte est effacé de cet ordinateur. Rien ne change sur le serveur.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>Petrel::AccountChoice</name>
    <message>
        <source>Say with --account as whom: %1.</source>
        <translation>Dites avec --account au nom de qui&#xa0;: %1.</translation>
    </message>
    <message>
        <source>No account yet. petrelctl account add SERVER signs in.</source>
        <translation>Pas encore de compte. petrelctl account add SERVEUR connecte un compte.</translation>
    </message>
</context>
<context>
    <name>Petrel::AccountCommands</name>
    <message>
        <source>Sign in at this address:</source>
        <translation>Connectez-vous à cette adresse&#xa0;:</translation>
    </message>
    <message>
        <source>Paste the code shown there: </source>
        <translation>Collez le code affiché là-bas&#xa0;: </translation>
    </message>
    <message>
        <source>Standard input held no token in its first line.</source>
        <translation>La première ligne de l’entrée standard ne contient pas de jeton.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Connexion établie pour %1.</translation>
    </message>
    <message>
        <source>signed out: sign in again with account add %1</source>
        <translation>déconnecté&#xa0;: reconnectez-vous avec account add %1</translation>
    </message>
    <message>
        <source>paused after repeated crashes: look at the outbox</source>
        <translation>en pause après plusieurs plantages&#xa0;: voyez la boîte d’envoi</translation>
    </message>
    <message>
        <source>No account yet. petrelctl account add SERVER signs in.</source>
        <translation>Pas encore de compte. petrelctl account add SERVEUR connecte un compte.</translation>
    </message>
    <message>
        <source>petrelctl outbox shows them; --force removes them with the account.</source>
        <translation>petrelctl outbox les montre&#x202f;; --force les retire avec le compte.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 est retiré.</translation>
    </message>
    <message>
        <source>Not sent, and dropped: %1: %2</source>
        <translation>Non envoyé, et abandonné&#xa0;: %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The server could not be told (%1). The token is gone from here; to revoke it there too, use the list of apps in the account&apos;s settings on the server.</source>
        <translation>Le serveur n’a pas pu être prévenu (%1). Le jeton n’est plus ici&#x202f;; pour le révoquer là-bas aussi, passez par la liste des applications dans les paramètres du compte sur le serveur.</translation>
    </message>
    <message>
        <source>Unfinished, and dropped: %1</source>
        <translation>Inachevé, et abandonné&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Petrel::AccountManager</name>
    <message>
        <source>No account is called %1 here.</source>
        <translation>Aucun compte ne s’appelle %1 ici.</translation>
    </message>
    <message>
        <source>The token kept for this account is damaged. Sign in again.</source>
        <translation>Le jeton gardé pour ce compte est endommagé. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Several accounts are called %1; say which: %2.</source>
        <translation>Plusieurs comptes s’appellent %1&#x202f;; précisez lequel&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) of %1 have not been sent yet and would be lost.</source>
        <translation>
            <numerusform>%n action de %1 n’a pas encore été envoyée et serait perdue.</numerusform>
            <numerusform>%n actions de %1 n’ont pas encore été envoyées et seraient perdues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished post(s) of %1 are kept here alone and would be lost.</source>
        <translation>
            <numerusform>%n message inachevé de %1 n’existe qu’ici et serait perdu.</numerusform>
            <numerusform>%n messages inachevés de %1 n’existent qu’ici et seraient perdus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Petrel::AccountSession</name>
    <message>
        <source>This Petrel cannot speak for %1: what it remembers of the server is of another version. Sign in again.</source>
        <translation>Ce Petrel ne peut pas parler au nom de %1&#xa0;: ce qu’il a retenu du serveur vient d’une autre version. Reconnectez-vous.</translation>
    </message>
</context>
<context>
    <name>Petrel::ActionCommand</name>
    <message>
        <source>%1: %2 done: %3</source>
        <translation>%1&#xa0;: %2, fait&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1: %2 %3 (%4): %5</source>
        <translation>%1&#xa0;: %2 %3 (%4)&#xa0;: %5</translation>
    </message>
    <message>
        <source>Kept in the outbox; it goes out with petrelctl outbox run.</source>
        <translation>Gardé dans la boîte d’envoi&#x202f;; petrelctl outbox run l’enverra.</translation>
    </message>
</context>
<context>
    <name>Petrel::AppController</name>
    <message>
        <source>%1 is removed, but the server could not be told (%2). To revoke the token there too, use the list of apps in the account&apos;s settings on the server.</source>
        <translation>%1 est retiré, mais le serveur n’a pas pu être prévenu (%2). Pour révoquer le jeton là-bas aussi, passez par la liste des applications dans les paramètres du compte sur le serveur.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 est retiré.</translation>
    </message>
    <message>
        <source>Signed out. Sign in again to go on.</source>
        <translation>Vous êtes déconnecté·e. Reconnectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>Paused after repeated crashes: look at the outbox.</source>
        <translation>En pause après plusieurs plantages&#xa0;: voyez la boîte d’envoi.</translation>
    </message>
    <message>
        <source>The demonstration opens in a window of its own.</source>
        <translation>La démonstration s’ouvre dans sa propre fenêtre.</translation>
    </message>
    <message>
        <source>The demonstration could not be started.</source>
        <translation>La démonstration n’a pas pu démarrer.</translation>
    </message>
</context>
<context>
    <name>Petrel::Application</name>
    <message>
        <source>Another Petrel works on this profile. The window opens as soon as it has ended.</source>
        <translation>Un autre Petrel travaille sur ce profil. La fenêtre s’ouvrira dès qu’il aura fini.</translation>
    </message>
</context>
<context>
    <name>Petrel::CommandPeer</name>
    <message>
        <source>Another Petrel has this profile open and keeps its tokens elsewhere than in %1. End it first, or leave --credentials-file out.</source>
        <translation>Un autre Petrel a ouvert ce profil et garde ses jetons ailleurs que dans %1. Quittez-le d’abord, ou omettez --credentials-file.</translation>
    </message>
</context>
<context>
    <name>Petrel::ComposerController</name>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Unlisted</source>
        <translation>Non listé</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Abonné·es</translation>
    </message>
    <message>
        <source>Mentioned people</source>
        <translation>Personnes mentionnées</translation>
    </message>
    <message>
        <source>Everybody can see it and come across it.</source>
        <translation>Tout le monde peut le voir et tomber dessus.</translation>
    </message>
    <message>
        <source>Everybody can see it, but it is not in public timelines.</source>
        <translation>Tout le monde peut le voir, mais il n’est pas dans les fils publics.</translation>
    </message>
    <message>
        <source>Your followers and the people you mention can see it.</source>
        <translation>Vos abonné·es et les personnes que vous mentionnez peuvent le voir.</translation>
    </message>
    <message>
        <source>Only the people you mention can see it.</source>
        <translation>Seules les personnes que vous mentionnez peuvent le voir.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Mettre en attente</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Non enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>Enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>There is another text in the composer. Post it or discard it first.</source>
        <translation>Un autre texte est en cours d’écriture. Publiez-le ou jetez-le d’abord.</translation>
    </message>
    <message>
        <source>The post is a draft again. It comes back when the composer is empty.</source>
        <translation>Le message est redevenu un brouillon. Il reviendra quand la zone d’écriture sera vide.</translation>
    </message>
</context>
<context>
    <name>Petrel::Discovery</name>
    <message>
        <source>This computer has no network.</source>
        <translation>Cet ordinateur n’a pas de réseau.</translation>
    </message>
    <message>
        <source>There is no server of the name %1. Is it spelled correctly?</source>
        <translation>Aucun serveur ne porte le nom %1. Est-il bien orthographié&#x202f;?</translation>
    </message>
    <message>
        <source>%1 refuses connections. It may be down.</source>
        <translation>%1 refuse les connexions. Il est peut-être en panne.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted, so nothing was sent there.</source>
        <translation>Le certificat de %1 n’est pas digne de confiance&#x202f;; rien n’y a donc été envoyé.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>La connexion à %1 s’est interrompue.</translation>
    </message>
    <message>
        <source>%1 answered with more than a server would say of itself.</source>
        <translation>La réponse de %1 est plus longue que ce qu’un serveur dit de lui-même.</translation>
    </message>
    <message>
        <source>%1 may not be asked without encryption.</source>
        <translation>%1 ne peut pas être interrogé sans chiffrement.</translation>
    </message>
    <message>
        <source>Looking for %1 was broken off.</source>
        <translation>La recherche de %1 a été interrompue.</translation>
    </message>
    <message>
        <source>There is a server at %1, but it does not speak Mastodon&apos;s language.</source>
        <translation>Il y a un serveur à l’adresse %1, mais il ne parle pas la langue de Mastodon.</translation>
    </message>
    <message>
        <source>%1 asks for a pause. Please try again in a few minutes.</source>
        <translation>%1 demande une pause. Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>%1 is down or being worked on. Please try again later.</source>
        <translation>%1 est en panne ou en travaux. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1 sends us on to a place that cannot be trusted, or in circles.</source>
        <translation>%1 renvoie vers un endroit qui n’est pas digne de confiance, ou tourne en rond.</translation>
    </message>
</context>
<context>
    <name>Petrel::DraftStore</name>
    <message>
        <source>This text is too long to be kept as a draft.</source>
        <translation>Ce texte est trop long pour être gardé comme brouillon.</translation>
    </message>
</context>
<context>
    <name>Petrel::Error</name>
    <message>
        <source>This computer has no network.</source>
        <translation>Cet ordinateur n’a pas de réseau.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
        <source>The server asks for a pause.</source>
        <translation>Le serveur demande une pause.</translation>
    </message>
    <message>
        <source>This account is signed out.</source>
        <translation>Ce compte est déconnecté.</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>Le serveur ne le permet pas.</translation>
    </message>
    <message>
        <source>Not found, or not visible to this account.</source>
        <translation>Introuvable, ou invisible pour ce compte.</translation>
    </message>
    <message>
        <source>It changed on the server meanwhile.</source>
        <translation>Cela a changé entre-temps sur le serveur.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>Le serveur a refusé.</translation>
    </message>
    <message>
        <source>This could not be understood.</source>
        <translation>Cela n’a pas pu être compris.</translation>
    </message>
    <message>
        <source>This could not be saved on this computer.</source>
        <translation>Cela n’a pas pu être enregistré sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This server cannot do this.</source>
        <translation>Ce serveur ne sait pas le faire.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
</context>
<context>
    <name>Petrel::FileCredentialStore</name>
    <message>
        <source>%1 is not a plain file.</source>
        <translation>%1 n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>%1 belongs to somebody else; tokens are not kept in it.</source>
        <translation>%1 appartient à quelqu’un d’autre&#x202f;; aucun jeton n’y est gardé.</translation>
    </message>
    <message>
        <source>Others may read or write %1. Make it yours alone first, with &quot;chmod 600&quot; on it.</source>
        <translation>D’autres peuvent lire ou modifier %1. Réservez-le d’abord à vous seul·e, avec «&#x202f;chmod 600&#x202f;».</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>%1 is not a file of Petrel&apos;s tokens, or is damaged.</source>
        <translation>%1 n’est pas un fichier de jetons de Petrel, ou il est endommagé.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 holds no token for this account. Sign in again.</source>
        <translation>%1 ne contient pas de jeton pour ce compte. Reconnectez-vous.</translation>
    </message>
</context>
<context>
    <name>Petrel::HttpExchange</name>
    <message>
        <source>Its name is not known.</source>
        <translation>Son nom est inconnu.</translation>
    </message>
    <message>
        <source>It refuses connections.</source>
        <translation>Il refuse les connexions.</translation>
    </message>
    <message>
        <source>No secure connection could be made; its certificate may be wrong or out of date.</source>
        <translation>Aucune connexion sûre n’a pu être établie&#x202f;; son certificat est peut-être faux ou périmé.</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>La connexion s’est interrompue.</translation>
    </message>
    <message>
        <source>The answer was too large.</source>
        <translation>La réponse était trop volumineuse.</translation>
    </message>
    <message>
        <source>Only secure addresses (https) are allowed.</source>
        <translation>Seules les adresses sûres (https) sont permises.</translation>
    </message>
    <message>
        <source>It points to another address, which Petrel does not follow.</source>
        <translation>Il renvoie à une autre adresse, que Petrel ne suit pas.</translation>
    </message>
</context>
<context>
    <name>Petrel::ImageDecoder</name>
    <message>
        <source>This picture is too large to show.</source>
        <translation>Cette image est trop grande pour être montrée.</translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <translation>Cette image est endommagée.</translation>
    </message>
</context>
<context>
    <name>Petrel::ImageHeader</name>
    <message>
        <source>This picture is damaged.</source>
        <translation>Cette image est endommagée.</translation>
    </message>
    <message>
        <source>This is no picture Petrel can show.</source>
        <translation>Ce n’est pas une image que Petrel sait montrer.</translation>
    </message>
</context>
<context>
    <name>Petrel::Invocation</name>
    <message>
        <source>--%1 takes a number from %2 to %3.</source>
        <translation>--%1 demande un nombre de %2 à %3.</translation>
    </message>
    <message>
        <source>--visibility is one of: public, unlisted, followers, direct.</source>
        <translation>--visibility vaut&#xa0;: public, unlisted, followers ou direct.</translation>
    </message>
    <message>
        <source>The only timeline to sync is: home.</source>
        <translation>Le seul fil à synchroniser est&#xa0;: home.</translation>
    </message>
    <message>
        <source>%1 is not an option here.</source>
        <translation>%1 n’est pas une option ici.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 demande une valeur.</translation>
    </message>
    <message>
        <source>Say what to do; --help lists the verbs.</source>
        <translation>Dites quoi faire&#x202f;; --help liste les verbes.</translation>
    </message>
    <message>
        <source>--%1 may be given once only.</source>
        <translation>--%1 ne peut être donné qu’une fois.</translation>
    </message>
    <message>
        <source>There is no verb &quot;%1&quot;; --help lists them.</source>
        <translation>Il n’y a pas de verbe «&#x202f;%1&#x202f;»&#x202f;; --help les liste.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; goes on as one of: %2.</source>
        <translation>«&#x202f;%1&#x202f;» se poursuit par&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Usage: petrelctl %1 %2</source>
        <translation>Utilisation&#xa0;: petrelctl %1&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>Petrel::KeychainCredentialStore</name>
    <message>
        <source>The keychain holds no token for this account. Sign in again.</source>
        <translation>Le trousseau ne contient pas de jeton pour ce compte. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>The keychain is locked or refuses access. Unlock it and try again, or keep the tokens in a file of your own with --credentials-file FILE.</source>
        <translation>Le trousseau est verrouillé ou refuse l’accès. Déverrouillez-le et réessayez, ou gardez les jetons dans un fichier à vous avec --credentials-file FICHIER.</translation>
    </message>
    <message>
        <source>No keychain can be reached here, and Petrel does not leave tokens lying about by itself. Start a keychain (GNOME Keyring, KWallet, KeePassXC), or keep the tokens in a file only you can read with --credentials-file FILE.</source>
        <translation>Aucun trousseau n’est joignable ici, et Petrel ne laisse pas de lui-même traîner des jetons. Lancez un trousseau (GNOME Keyring, KWallet, KeePassXC), ou gardez les jetons dans un fichier lisible de vous seul·e avec --credentials-file FICHIER.</translation>
    </message>
</context>
<context>
    <name>Petrel::LoginFlow</name>
    <message>
        <source>No network that Petrel speaks was found at %1.</source>
        <translation>Aucun réseau que Petrel parle n’a été trouvé à l’adresse %1.</translation>
    </message>
    <message>
        <source>No code was pasted.</source>
        <translation>Aucun code n’a été collé.</translation>
    </message>
</context>
<context>
    <name>Petrel::LoopbackServer</name>
    <message>
        <source>There is nothing here.</source>
        <translation>Il n’y a rien ici.</translation>
    </message>
    <message>
        <source>Petrel was not given access</source>
        <translation>Petrel n’a pas reçu l’accès</translation>
    </message>
    <message>
        <source>You can close this page. Petrel tells you more.</source>
        <translation>Vous pouvez fermer cette page. Petrel vous en dit plus.</translation>
    </message>
    <message>
        <source>Petrel has its answer</source>
        <translation>Petrel a sa réponse</translation>
    </message>
    <message>
        <source>You can close this page and go back to Petrel.</source>
        <translation>Vous pouvez fermer cette page et revenir à Petrel.</translation>
    </message>
    <message>
        <source>No local port is free for the answer of the browser.</source>
        <translation>Aucun port local n’est libre pour la réponse du navigateur.</translation>
    </message>
</context>
<context>
    <name>Petrel::Main</name>
    <message>
        <source>A client for the open social network.</source>
        <translation>Un client pour le réseau social ouvert.</translation>
    </message>
    <message>
        <source>Uses this profile.</source>
        <translation>Utilise ce profil.</translation>
    </message>
    <message>
        <source>Keeps tokens in this file, readable by you alone, instead of the keychain.</source>
        <translation>Garde les jetons dans ce fichier, lisible de vous seul·e, au lieu du trousseau.</translation>
    </message>
    <message>
        <source>Shows the switches of a demonstration&apos;s server; may be given several times.</source>
        <translation>Montre les interrupteurs du serveur d’une démonstration&#x202f;; peut être donné plusieurs fois.</translation>
    </message>
</context>
<context>
    <name>Petrel::MastodonAnswer</name>
    <message>
        <source>The server answered %1.</source>
        <translation>Le serveur a répondu %1.</translation>
    </message>
</context>
<context>
    <name>Petrel::MastodonAuthenticator</name>
    <message>
        <source>The server refused the sign-in.</source>
        <translation>Le serveur a refusé la connexion.</translation>
    </message>
    <message>
        <source>The server did not take the access back. It can be ended in the settings on its web page.</source>
        <translation>Le serveur n’a pas retiré l’accès. Vous pouvez y mettre fin dans les paramètres, sur sa page web.</translation>
    </message>
</context>
<context>
    <name>Petrel::MastodonPublisher</name>
    <message>
        <source>This server does not honour this visibility.</source>
        <translation>Ce serveur ne respecte pas cette visibilité.</translation>
    </message>
    <message>
        <source>This server cannot delete posts through other programs.</source>
        <translation>Ce serveur ne sait pas supprimer de messages depuis d’autres programmes.</translation>
    </message>
</context>
<context>
    <name>Petrel::MastodonSearch</name>
    <message>
        <source>This account&apos;s server does not know a post at this address.</source>
        <translation>Le serveur de ce compte ne connaît pas de message à cette adresse.</translation>
    </message>
</context>
<context>
    <name>Petrel::MediaFetcher</name>
    <message>
        <source>Pictures are not fetched from this computer itself.</source>
        <translation>Les images ne sont pas cherchées sur cet ordinateur même.</translation>
    </message>
    <message>
        <source>Pictures are fetched by https only.</source>
        <translation>Les images ne sont chargées que par https.</translation>
    </message>
    <message>
        <source>What came is no picture Petrel can show.</source>
        <translation>Ce qui est arrivé n’est pas une image que Petrel sait montrer.</translation>
    </message>
    <message>
        <source>Its server points to a place where Petrel does not follow.</source>
        <translation>Son serveur renvoie à un endroit où Petrel ne va pas.</translation>
    </message>
</context>
<context>
    <name>Petrel::Outbox</name>
    <message>
        <source>This server does not know the post.</source>
        <translation>Ce serveur ne connaît pas le message.</translation>
    </message>
    <message>
        <source>A post with this text is already on the server.</source>
        <translation>Un message avec ce texte est déjà sur le serveur.</translation>
    </message>
    <message>
        <source>The server made it “%1” instead of “%2”.</source>
        <translation>Le serveur l’a rendu «&#x202f;%1&#x202f;» au lieu de «&#x202f;%2&#x202f;».</translation>
    </message>
    <message>
        <source>The server did not keep it as a reply.</source>
        <translation>Le serveur ne l’a pas gardé comme réponse.</translation>
    </message>
    <message>
        <source>The server dropped the content warning.</source>
        <translation>Le serveur a laissé tomber l’avertissement.</translation>
    </message>
    <message>
        <source>Waiting: the server asks for a pause.</source>
        <translation>En attente&#xa0;: le serveur demande une pause.</translation>
    </message>
    <message>
        <source>Waiting: this account is signed out.</source>
        <translation>En attente&#xa0;: ce compte est déconnecté.</translation>
    </message>
    <message>
        <source>Held back.</source>
        <translation>Retenu.</translation>
    </message>
    <message>
        <source>Waiting for the server.</source>
        <translation>En attente du serveur.</translation>
    </message>
    <message>
        <source>Written long ago. Send it still?</source>
        <translation>Écrit il y a longtemps. L’envoyer tout de même&#x202f;?</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>Le serveur a refusé.</translation>
    </message>
    <message>
        <source>The server does not tell whether this arrived. Look there before you send it again.</source>
        <translation>Le serveur ne dit pas si c’est arrivé. Regardez là-bas avant de renvoyer.</translation>
    </message>
    <message>
        <source>Petrel stopped several times while sending this.</source>
        <translation>Petrel s’est arrêté plusieurs fois pendant cet envoi.</translation>
    </message>
    <message>
        <source>Sent several times without arriving.</source>
        <translation>Envoyé plusieurs fois sans arriver.</translation>
    </message>
    <message>
        <source>This comes from a copy of your data and may have been sent since. Send it still?</source>
        <translation>Ceci vient d’une copie de vos données et a peut-être été envoyé depuis. L’envoyer tout de même&#x202f;?</translation>
    </message>
    <message>
        <source>The server has a second copy of this. “Retry” removes the second copy, “cancel” keeps both.</source>
        <translation>Le serveur en a une seconde copie. «&#x202f;Essayer maintenant&#x202f;» retire la seconde copie, «&#x202f;Annuler&#x202f;» garde les deux.</translation>
    </message>
    <message>
        <source>What this answers was given up.</source>
        <translation>Ce à quoi ceci répond a été abandonné.</translation>
    </message>
    <message>
        <source>The server does not know the post this is about.</source>
        <translation>Le serveur ne connaît pas le message concerné.</translation>
    </message>
    <message>
        <source>Needs your decision.</source>
        <translation>Attend votre décision.</translation>
    </message>
    <message>
        <source>Replaced by a newer wish.</source>
        <translation>Remplacé par un souhait plus récent.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Waiting to be sent.</source>
        <translation>En attente d’envoi.</translation>
    </message>
    <message>
        <source>Being sent.</source>
        <translation>En cours d’envoi.</translation>
    </message>
    <message>
        <source>Checking whether it arrived, to delete it if so.</source>
        <translation>Vérification de l’arrivée, pour supprimer le cas échéant.</translation>
    </message>
    <message>
        <source>The answer was lost; checking whether it arrived.</source>
        <translation>La réponse s’est perdue&#x202f;; vérification de l’arrivée.</translation>
    </message>
    <message>
        <source>Arrived, and was deleted since.</source>
        <translation>Arrivé, et supprimé depuis.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fait.</translation>
    </message>
    <message>
        <source>This is settled already.</source>
        <translation>C’est déjà réglé.</translation>
    </message>
    <message>
        <source>This is being sent right now.</source>
        <translation>C’est en cours d’envoi.</translation>
    </message>
    <message>
        <source>What this answers was given up. Cancel this one and write it again if you still want it.</source>
        <translation>Ce à quoi ceci répond a été abandonné. Annulez, et écrivez de nouveau si vous le souhaitez encore.</translation>
    </message>
    <message>
        <source>This may have arrived already, so it cannot be changed here.</source>
        <translation>C’est peut-être déjà arrivé, et ne peut donc plus être changé ici.</translation>
    </message>
</context>
<context>
    <name>Petrel::OutboxCommands</name>
    <message>
        <source>%1 is not a number of the outbox; petrelctl outbox shows them.</source>
        <translation>%1 n’est pas un numéro de la boîte d’envoi&#x202f;; petrelctl outbox les montre.</translation>
    </message>
    <message>
        <source>The outbox has no action %1.</source>
        <translation>La boîte d’envoi n’a pas d’action %1.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Prochain essai&#xa0;: %1.</translation>
    </message>
    <message>
        <source>After %1.</source>
        <translation>Après %1.</translation>
    </message>
    <message>
        <source>Nothing waits: everything is sent.</source>
        <translation>Rien n’attend&#xa0;: tout est envoyé.</translation>
    </message>
</context>
<context>
    <name>Petrel::OutboxController</name>
    <message>
        <source>%1 %2: %3.</source>
        <comment>what waits, host, trouble</comment>
        <translation>%1&#xa0;%2&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Waiting for %1: %2.</source>
        <comment>host, trouble</comment>
        <translation>En attente de %1&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>Petrel::OutboxModel</name>
    <message>
        <source>Reply to @%1</source>
        <translation>Réponse à @%1</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Favourite for @%1</source>
        <translation>Favori pour @%1</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favori</translation>
    </message>
    <message>
        <source>Taking back the favourite for @%1</source>
        <translation>Retrait du favori pour @%1</translation>
    </message>
    <message>
        <source>Taking back a favourite</source>
        <translation>Retrait d’un favori</translation>
    </message>
    <message>
        <source>Boost of @%1</source>
        <translation>Partage d’un message de @%1</translation>
    </message>
    <message>
        <source>Boost</source>
        <translation>Partage</translation>
    </message>
    <message>
        <source>Taking back the boost of @%1</source>
        <translation>Annulation du partage de @%1</translation>
    </message>
    <message>
        <source>Taking back a boost</source>
        <translation>Annulation d’un partage</translation>
    </message>
    <message>
        <source>Bookmark of @%1</source>
        <translation>Marque-page sur un message de @%1</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Marque-page</translation>
    </message>
    <message>
        <source>Removing the bookmark of @%1</source>
        <translation>Retrait du marque-page sur un message de @%1</translation>
    </message>
    <message>
        <source>Removing a bookmark</source>
        <translation>Retrait d’un marque-page</translation>
    </message>
</context>
<context>
    <name>Petrel::PostCommand</name>
    <message>
        <source>There is no text to post.</source>
        <translation>Il n’y a pas de texte à publier.</translation>
    </message>
    <message>
        <source>Queued already for %1 as %2.</source>
        <translation>Déjà mis en attente pour %1 sous le numéro %2.</translation>
    </message>
</context>
<context>
    <name>Petrel::PostListModel</name>
    <message>
        <source>Posts are missing here.</source>
        <translation>Il manque des messages ici.</translation>
    </message>
</context>
<context>
    <name>Petrel::ProfileLock</name>
    <message>
        <source>Another Petrel is using this profile already.</source>
        <translation>Un autre Petrel utilise déjà ce profil.</translation>
    </message>
</context>
<context>
    <name>Petrel::Program</name>
    <message>
        <source>Another Petrel has this profile open and does not answer.</source>
        <translation>Un autre Petrel a ouvert ce profil et ne répond pas.</translation>
    </message>
</context>
<context>
    <name>Petrel::ReactCommand</name>
    <message>
        <source>The server of %1 does not offer &quot;%2&quot;.</source>
        <translation>Le serveur de %1 ne propose pas «&#x202f;%2&#x202f;».</translation>
    </message>
    <message>
        <source>That post is still in the outbox; petrelctl outbox cancel gives it up.</source>
        <translation>Ce message est encore dans la boîte d’envoi&#x202f;; petrelctl outbox cancel l’abandonne.</translation>
    </message>
</context>
<context>
    <name>Petrel::Refusal</name>
    <message>
        <source>The server of %1 takes no posts.</source>
        <translation>Le serveur de %1 n’accepte pas de messages.</translation>
    </message>
    <message>
        <source>The server of %1 does not honour &quot;%2&quot;: it would show the post to others than you ask for. It honours: %3.</source>
        <translation>Le serveur de %1 ne respecte pas «&#x202f;%2&#x202f;»&#xa0;: il montrerait le message à d’autres que vous ne le demandez. Il respecte&#xa0;: %3.</translation>
    </message>
    <message>
        <source>The server of %1 has no content warnings.</source>
        <translation>Le serveur de %1 n’a pas d’avertissements.</translation>
    </message>
    <message>
        <source>Too long for the server of %1: %2 characters of %3.</source>
        <translation>Trop long pour le serveur de %1&#xa0;: %2 caractères sur %3.</translation>
    </message>
    <message>
        <source>That post is not by %1 but by %2.</source>
        <translation>Ce message n’est pas de %1 mais de %2.</translation>
    </message>
    <message>
        <source>This account is paused.</source>
        <translation>Ce compte est en pause.</translation>
    </message>
</context>
<context>
    <name>Petrel::RowPrinter</name>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>animation</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>(waiting)</source>
        <translation>(en attente)</translation>
    </message>
    <message>
        <source>boosted by @%1</source>
        <translation>partagé par @%1</translation>
    </message>
    <message>
        <source>answers @%1</source>
        <translation>répond à @%1</translation>
    </message>
    <message>
        <source>favourited</source>
        <translation>en favori</translation>
    </message>
    <message>
        <source>taking the favourite back</source>
        <translation>retrait du favori</translation>
    </message>
    <message>
        <source>boosted</source>
        <translation>partagé</translation>
    </message>
    <message>
        <source>taking the boost back</source>
        <translation>annulation du partage</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>avec marque-page</translation>
    </message>
    <message>
        <source>taking the bookmark away</source>
        <translation>retrait du marque-page</translation>
    </message>
    <message>
        <source>being deleted (waiting)</source>
        <translation>suppression en cours (en attente)</translation>
    </message>
    <message>
        <source>posts are missing here</source>
        <translation>il manque des messages ici</translation>
    </message>
    <message>
        <source>posts of %1 are missing here</source>
        <translation>il manque ici %1 de messages</translation>
    </message>
    <message>
        <source>and the server no longer has them in its feed</source>
        <translation>et le serveur ne les a plus dans son fil</translation>
    </message>
    <message>
        <source>[warning: %1]</source>
        <translation>[avertissement&#xa0;: %1]</translation>
    </message>
    <message>
        <source>without description</source>
        <translation>sans description</translation>
    </message>
</context>
<context>
    <name>Petrel::ServerReport</name>
    <message>
        <source>%1 has been slow since %2</source>
        <translation>%1 est lent depuis %2</translation>
    </message>
    <message>
        <source>%1 is slow</source>
        <translation>%1 est lent</translation>
    </message>
    <message>
        <source>%1 has not answered well since %2</source>
        <translation>%1 répond mal depuis %2</translation>
    </message>
    <message>
        <source>%1 does not answer well</source>
        <translation>%1 répond mal</translation>
    </message>
    <message>
        <source>%1 has been down since %2</source>
        <translation>%1 est en panne depuis %2</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 est en panne</translation>
    </message>
    <message>
        <source>%1 asks for a pause</source>
        <translation>%1 demande une pause</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 jusqu’à %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>Petrel::ServerState</name>
    <message>
        <source>server asks for a pause until %1</source>
        <translation>le serveur demande une pause jusqu’à %1</translation>
    </message>
    <message>
        <source>server down since %1</source>
        <translation>serveur en panne depuis %1</translation>
    </message>
    <message>
        <source>server not answering since %1</source>
        <translation>le serveur ne répond pas depuis %1</translation>
    </message>
</context>
<context>
    <name>Petrel::SignIn</name>
    <message>
        <source>This answer belongs to another sign-in. Please start again.</source>
        <translation>Cette réponse appartient à une autre connexion. Recommencez.</translation>
    </message>
    <message>
        <source>You did not allow it, so nobody was signed in.</source>
        <translation>Vous n’avez pas donné votre accord&#x202f;; aucun compte n’a donc été connecté.</translation>
    </message>
    <message>
        <source>The server broke the sign-in off: %1</source>
        <translation>Le serveur a interrompu la connexion&#xa0;: %1</translation>
    </message>
    <message>
        <source>The answer holds no code. Please start again.</source>
        <translation>La réponse ne contient pas de code. Recommencez.</translation>
    </message>
</context>
<context>
    <name>Petrel::SignInController</name>
    <message>
        <source>Look at this computer&apos;s network, then try again.</source>
        <translation>Vérifiez le réseau de cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
        <source>Is the name spelt right? If so, the server may be away: try again later.</source>
        <translation>Le nom est-il bien orthographié&#x202f;? Si oui, le serveur est peut-être absent&#xa0;: réessayez plus tard.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>Attendez quelques minutes, puis réessayez.</translation>
    </message>
    <message>
        <source>Type the name of the server you have an account on, as in your address: what follows the last @.</source>
        <translation>Écrivez le nom du serveur où vous avez un compte, comme dans votre adresse&#xa0;: ce qui suit le dernier @.</translation>
    </message>
    <message>
        <source>You can begin again at any time.</source>
        <translation>Vous pouvez recommencer à tout moment.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Question à %1…</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address into one; this window goes on by itself.</source>
        <translation>Aucun navigateur n’a pu être ouvert. Copiez-y l’adresse&#x202f;; cette fenêtre continue d’elle-même.</translation>
    </message>
    <message>
        <source>Your browser shows the page of your server. Allow Petrel there; this window goes on by itself.</source>
        <translation>Votre navigateur montre la page de votre serveur. Autorisez-y Petrel&#x202f;; cette fenêtre continue d’elle-même.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address into one, and paste the code that it shows here.</source>
        <translation>Aucun navigateur n’a pu être ouvert. Copiez l’adresse dans l’un d’eux, et collez ici le code qu’il montre.</translation>
    </message>
    <message>
        <source>Allow Petrel on the page in your browser, and paste the code that it shows here.</source>
        <translation>Autorisez Petrel sur la page de votre navigateur, et collez ici le code qu’elle montre.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Connexion…</translation>
    </message>
</context>
<context>
    <name>Petrel::Spoken</name>
    <message>
        <source>picture without description</source>
        <translation>image sans description</translation>
    </message>
    <message>
        <source>picture: %1</source>
        <translation>image&#xa0;: %1</translation>
    </message>
    <message>
        <source>animation without description</source>
        <translation>animation sans description</translation>
    </message>
    <message>
        <source>animation: %1</source>
        <translation>animation&#xa0;: %1</translation>
    </message>
    <message>
        <source>video without description</source>
        <translation>vidéo sans description</translation>
    </message>
    <message>
        <source>video: %1</source>
        <translation>vidéo&#xa0;: %1</translation>
    </message>
    <message>
        <source>sound without description</source>
        <translation>son sans description</translation>
    </message>
    <message>
        <source>sound: %1</source>
        <translation>son&#xa0;: %1</translation>
    </message>
    <message>
        <source>file without description</source>
        <translation>fichier sans description</translation>
    </message>
    <message>
        <source>file: %1</source>
        <translation>fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, boosted by %2</source>
        <translation>%1, partagé par %2</translation>
    </message>
    <message>
        <source>%1, in reply to @%2</source>
        <translation>%1, en réponse à @%2</translation>
    </message>
    <message>
        <source>favourited</source>
        <translation>dans vos favoris</translation>
    </message>
    <message>
        <source>boosted by you</source>
        <translation>partagé par vous</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>avec marque-page</translation>
    </message>
    <message>
        <source>waiting for the server</source>
        <translation>en attente du serveur</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>suppression en cours</translation>
    </message>
    <message>
        <source>Content warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Posts are missing below</source>
        <translation>Il manque des messages au-dessous</translation>
    </message>
</context>
<context>
    <name>Petrel::StartNotes</name>
    <message>
        <source>an unknown time</source>
        <translation>une date inconnue</translation>
    </message>
    <message>
        <source>Nothing that was waiting goes out by itself; each is checked on its server first, and what cannot be proved waits for you in the outbox.</source>
        <translation>Rien de ce qui attendait ne part tout seul&#x202f;; chaque action est d’abord vérifiée sur son serveur, et ce qui ne peut être prouvé vous attend dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>The journal of this profile was damaged. Its copy of %1 took its place; what was written after that is not in it.</source>
        <translation>Le journal de ce profil était endommagé. Sa copie (%1) l’a remplacé&#x202f;; ce qui a été écrit ensuite n’y est pas.</translation>
    </message>
    <message>
        <source>The journal of this profile is an older copy, of %1.</source>
        <translation>Le journal de ce profil est une copie plus ancienne (%1).</translation>
    </message>
    <message>
        <source>This profile comes from another computer, where it was last used %1.</source>
        <translation>Ce profil vient d’un autre ordinateur, où il a servi pour la dernière fois à ce moment&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The cache of posts could not be used and was set aside; it fills again as you read. Nothing of yours was in it.</source>
        <translation>Le cache des messages était inutilisable et a été mis de côté&#x202f;; il se remplit de nouveau à la lecture. Il ne contenait rien de vous.</translation>
    </message>
</context>
<context>
    <name>Petrel::Store</name>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Le fichier est endommagé.</translation>
    </message>
    <message>
        <source>Another program is using the file.</source>
        <translation>Un autre programme utilise le fichier.</translation>
    </message>
    <message>
        <source>The file cannot be read or written.</source>
        <translation>Le fichier ne peut être ni lu ni écrit.</translation>
    </message>
    <message>
        <source>This profile was last used by a newer version of Petrel. Nothing was changed; please use that version, or a newer one.</source>
        <translation>Ce profil a été utilisé en dernier par une version plus récente de Petrel. Rien n’a été modifié&#x202f;; utilisez cette version-là, ou une plus récente.</translation>
    </message>
</context>
<context>
    <name>Petrel::SyncCommand</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>older posts are still missing; sync goes on there</source>
        <translation>il manque encore des messages plus anciens&#x202f;; sync reprendra là</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in the outbox; petrelctl outbox run sends.</source>
        <translation>
            <numerusform>%n action en attente dans la boîte d’envoi&#x202f;; petrelctl outbox run l’envoie.</numerusform>
            <numerusform>%n actions en attente dans la boîte d’envoi&#x202f;; petrelctl outbox run les envoie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Petrel::Target</name>
    <message>
        <source>The outbox has no post %1.</source>
        <translation>La boîte d’envoi n’a pas de message %1.</translation>
    </message>
    <message>
        <source>Post %1 was given up.</source>
        <translation>Le message %1 a été abandonné.</translation>
    </message>
    <message>
        <source>%1 is not the address of a post.</source>
        <translation>%1 n’est pas l’adresse d’un message.</translation>
    </message>
</context>
<context>
    <name>Petrel::Terminal</name>
    <message>
        <source>Standard input is too long.</source>
        <translation>L’entrée standard est trop longue.</translation>
    </message>
    <message>
        <source>Standard input is not UTF-8 text.</source>
        <translation>L’entrée standard n’est pas du texte UTF-8.</translation>
    </message>
</context>
<context>
    <name>Petrel::ThreadSync</name>
    <message>
        <source>This account&apos;s server has not told of this post.</source>
        <translation>Le serveur de ce compte n’a pas parlé de ce message.</translation>
    </message>
</context>
<context>
    <name>Petrel::TimelineCommand</name>
    <message>
        <source>There is no timeline &quot;%1&quot;; there are: home, unified.</source>
        <translation>Il n’y a pas de fil «&#x202f;%1&#x202f;»&#x202f;; il y a&#xa0;: home, unified.</translation>
    </message>
    <message>
        <source>never fetched yet</source>
        <translation>encore jamais chargé</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>actualisé&#xa0;: %1</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>déconnecté</translation>
    </message>
    <message>
        <source>seen by %1</source>
        <translation>vu par %1</translation>
    </message>
    <message>
        <source>Nothing here yet; petrelctl sync fetches.</source>
        <translation>Rien ici encore&#x202f;; petrelctl sync charge les messages.</translation>
    </message>
</context>
<context>
    <name>Petrel::TimelineController</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>actualisé&#xa0;: %1</translation>
    </message>
    <message>
        <source>not fetched yet</source>
        <translation>pas encore chargé</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>age, trouble of the server</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Petrel::TypedServer</name>
    <message>
        <source>Please type the name of your server.</source>
        <translation>Écrivez le nom de votre serveur.</translation>
    </message>
    <message>
        <source>This is not the name of a server. It looks like example.org or @you@example.org.</source>
        <translation>Ce n’est pas le nom d’un serveur. Il ressemble à example.org ou à @vous@example.org.</translation>
    </message>
</context>
<context>
    <name>Petrel::Verbs</name>
    <message>
        <source>signs in to an account; without options, in your browser</source>
        <translation>connecte un compte&#x202f;; sans options, dans votre navigateur</translation>
    </message>
    <message>
        <source>lists the accounts of this profile</source>
        <translation>liste les comptes de ce profil</translation>
    </message>
    <message>
        <source>signs out and forgets an account; --force also drops what is unsent</source>
        <translation>déconnecte et oublie un compte&#x202f;; --force abandonne aussi ce qui n’est pas envoyé</translation>
    </message>
    <message>
        <source>fetches what is new into the cache</source>
        <translation>charge les nouveautés dans le cache</translation>
    </message>
    <message>
        <source>shows a timeline from the cache; never asks the network</source>
        <translation>montre un fil depuis le cache&#x202f;; n’interroge jamais le réseau</translation>
    </message>
    <message>
        <source>writes a post; &quot;-&quot; reads it from standard input</source>
        <translation>écrit un message&#x202f;; «&#x202f;-&#x202f;» le lit sur l’entrée standard</translation>
    </message>
    <message>
        <source>favourites a post</source>
        <translation>ajoute un message aux favoris</translation>
    </message>
    <message>
        <source>takes a favourite back</source>
        <translation>retire un favori</translation>
    </message>
    <message>
        <source>boosts a post</source>
        <translation>partage un message</translation>
    </message>
    <message>
        <source>takes a boost back</source>
        <translation>annule un partage</translation>
    </message>
    <message>
        <source>bookmarks a post</source>
        <translation>pose un marque-page sur un message</translation>
    </message>
    <message>
        <source>takes a bookmark away</source>
        <translation>retire un marque-page</translation>
    </message>
    <message>
        <source>deletes a post of your own</source>
        <translation>supprime un de vos messages</translation>
    </message>
    <message>
        <source>lists what is not sent yet, and why</source>
        <translation>liste ce qui n’est pas encore envoyé, et pourquoi</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>pareil</translation>
    </message>
    <message>
        <source>tries now whatever waits</source>
        <translation>essaie maintenant tout ce qui attend</translation>
    </message>
    <message>
        <source>says: go on with this one</source>
        <translation>dit&#xa0;: continuer avec celle-ci</translation>
    </message>
    <message>
        <source>gives one up</source>
        <translation>en abandonne une</translation>
    </message>
    <message>
        <source>tells how each server is and was</source>
        <translation>dit comment va et allait chaque serveur</translation>
    </message>
    <message>
        <source>petrelctl: posts, reads and reacts, also while a server is away.

petrelctl [--profile DIR] [--credentials-file F] [--json] VERB …
</source>
        <translation>petrelctl&#xa0;: publie, lit et réagit, même pendant l’absence d’un serveur.

petrelctl [--profile DIR] [--credentials-file F] [--json] VERBE …
</translation>
    </message>
    <message>
        <source>--profile DIR         the profile to work on (default: Petrel&apos;s own, below the XDG data directory)
--credentials-file F  keeps tokens in a file of mode 0600 instead of the keychain
--json                answers for programs
--account A           user@host, or user where that is clear; may be left out with one account
--wait S              waits up to S seconds for the outcome

Ends with 0 done, 1 failed or needs you, 2 not understood, 75 queued but not yet sent.
</source>
        <translation>--profile DIR         le profil à utiliser (par défaut, celui de Petrel, dans le dossier de données XDG)
--credentials-file F  garde les jetons dans un fichier de mode 0600 au lieu du trousseau
--json                répond pour des programmes
--account A           nom@hôte, ou nom si c’est clair&#x202f;; peut être omis s’il n’y a qu’un compte
--wait S              attend le résultat jusqu’à S secondes

Finit avec 0 si c’est fait, 1 en cas d’échec ou si une décision est attendue, 2 si la commande n’est pas comprise,
75 si c’est en attente mais pas encore envoyé.
</translation>
    </message>
</context>
<context>
    <name>Petrel::WeatherCommand</name>
    <message>
        <source>No account yet, so no server to watch.</source>
        <translation>Pas encore de compte, donc pas de serveur à surveiller.</translation>
    </message>
    <message>
        <source>next try at %1</source>
        <translation>prochain essai&#xa0;: %1</translation>
    </message>
    <message>
        <source>last answer at %1</source>
        <translation>dernière réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>reachable %1 % of the time since %2, as seen from here</source>
        <translation>joignable %1&#xa0;% du temps depuis %2, vu d’ici</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>en cours</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %3, %n request(s) lost</source>
        <translation>
            <numerusform>%1&#xa0;: %2, %3, %n requête perdue</numerusform>
            <numerusform>%1&#xa0;: %2, %3, %n requêtes perdues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Petrel::WeatherModel</name>
    <message>
        <source>Away for %1</source>
        <translation>Absent pendant %1</translation>
    </message>
    <message>
        <source>Away for %1 so far</source>
        <translation>Absent depuis %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 répond.</translation>
    </message>
    <message>
        <source>%1 % of the time in %2</source>
        <comment>availability, duration</comment>
        <translation>%1&#xa0;% du temps sur %2</translation>
    </message>
</context>
<context>
    <name>Petrel::Words</name>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message numerus="yes">
        <source>%n m</source>
        <comment>minutes, short</comment>
        <translation>
            <numerusform>%n&#xa0;min</numerusform>
            <numerusform>%n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours, short</comment>
        <translation>
            <numerusform>%n&#xa0;h</numerusform>
            <numerusform>%n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days, short</comment>
        <translation>
            <numerusform>%n&#xa0;j</numerusform>
            <numerusform>%n&#xa0;j</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>dans %n seconde</numerusform>
            <numerusform>dans %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>dans %n minute</numerusform>
            <numerusform>dans %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>dans %n heure</numerusform>
            <numerusform>dans %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 K</source>
        <comment>thousands</comment>
        <translation>%1&#xa0;k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1&#xa0;M</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n&#xa0;min</numerusform>
            <numerusform>%n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n&#xa0;h</numerusform>
            <numerusform>%n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>this computer has no network</source>
        <translation>cet ordinateur n’a pas de réseau</translation>
    </message>
    <message>
        <source>its name does not resolve</source>
        <translation>son nom est introuvable</translation>
    </message>
    <message>
        <source>its certificate is not valid</source>
        <translation>son certificat n’est pas valable</translation>
    </message>
    <message>
        <source>it refuses connections</source>
        <translation>il refuse les connexions</translation>
    </message>
    <message>
        <source>it does not answer in time</source>
        <translation>il ne répond pas à temps</translation>
    </message>
    <message>
        <source>it drops connections</source>
        <translation>il coupe les connexions</translation>
    </message>
    <message>
        <source>only the proxy before it answers</source>
        <translation>seul le mandataire placé devant lui répond</translation>
    </message>
    <message>
        <source>it says it is under maintenance</source>
        <translation>il se dit en maintenance</translation>
    </message>
    <message>
        <source>it asks for a pause</source>
        <translation>il demande une pause</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>dégagé</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>lent</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>incertain</translation>
    </message>
    <message>
        <source>down</source>
        <translation>en panne</translation>
    </message>
    <message>
        <source>rate-limited</source>
        <translation>en pause imposée</translation>
    </message>
    <message>
        <source>post</source>
        <translation>message</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>suppression</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favori</translation>
    </message>
    <message>
        <source>undo favourite</source>
        <translation>retrait du favori</translation>
    </message>
    <message>
        <source>boost</source>
        <translation>partage</translation>
    </message>
    <message>
        <source>undo boost</source>
        <translation>annulation du partage</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>marque-page</translation>
    </message>
    <message>
        <source>undo bookmark</source>
        <translation>retrait du marque-page</translation>
    </message>
    <message>
        <source>public</source>
        <translation>public</translation>
    </message>
    <message>
        <source>unlisted</source>
        <translation>non listé</translation>
    </message>
    <message>
        <source>followers only</source>
        <translation>abonné·es seulement</translation>
    </message>
    <message>
        <source>mentioned only</source>
        <translation>personnes mentionnées seulement</translation>
    </message>
    <message>
        <source>visibility unknown</source>
        <translation>visibilité inconnue</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 à %2</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Image %1 sur %2</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>No description was given.</source>
        <translation>Aucune description n’a été donnée.</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PostFacts</name>
    <message>
        <source>Edited</source>
        <translation>Modifié</translation>
    </message>
</context>
<context>
    <name>PostHeader</name>
    <message>
        <source>edited</source>
        <comment>a post that was changed</comment>
        <translation>modifié</translation>
    </message>
</context>
<context>
    <name>PostMenu</name>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>PostOrigin</name>
    <message>
        <source>%1 boosted</source>
        <translation>%1 a partagé</translation>
    </message>
    <message>
        <source>In reply to %1</source>
        <translation>En réponse à %1</translation>
    </message>
    <message>
        <source>In reply to another post</source>
        <translation>En réponse à un autre message</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>Boîte d’envoi&#xa0;: %n en attente</numerusform>
            <numerusform>Boîte d’envoi&#xa0;: %n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>How your servers are doing</source>
        <translation>L’état de vos serveurs</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Couleurs : claires</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Couleurs : sombres</translation>
    </message>
    <message>
        <source>Colours: as the desktop has them</source>
        <translation>Couleurs : celles du bureau</translation>
    </message>
</context>
<context>
    <name>RailAccount</name>
    <message numerus="yes">
        <source>%n action(s) need you</source>
        <translation>
            <numerusform>%n action a besoin de vous</numerusform>
            <numerusform>%n actions ont besoin de vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) waiting</source>
        <translation>
            <numerusform>%n action en attente</numerusform>
            <numerusform>%n actions en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyContext</name>
    <message>
        <source>In reply to %1</source>
        <translation>En réponse à %1</translation>
    </message>
    <message>
        <source>Not a reply</source>
        <translation>Ne pas répondre</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>Essayer %1 maintenant</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Dernière réponse</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain essai</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>Pannes</translation>
    </message>
    <message>
        <source>Reached from here</source>
        <translation>Joignable d’ici</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Something still waits</source>
        <translation>Quelque chose attend encore</translation>
    </message>
    <message>
        <source>Remove anyway</source>
        <translation>Retirer quand même</translation>
    </message>
</context>
<context>
    <name>SignInBrowser</name>
    <message>
        <source>Go on in your browser</source>
        <translation>Continuez dans votre navigateur</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Rouvrir le navigateur</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Paste a code instead</source>
        <translation>Coller plutôt un code</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SignInCode</name>
    <message>
        <source>Paste the code</source>
        <translation>Collez le code</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Ouvrir le navigateur</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Vous êtes connecté·e</translation>
    </message>
    <message>
        <source>Almost there …</source>
        <translation>C’est presque fait…</translation>
    </message>
</context>
<context>
    <name>SignInServer</name>
    <message>
        <source>On which server is your account?</source>
        <translation>Sur quel serveur se trouve votre compte&#x202f;?</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>social.example, @you@social.example or its address</source>
        <translation>social.example, @vous@social.example ou son adresse</translation>
    </message>
    <message>
        <source>Type it as you know it: Petrel finds the rest.</source>
        <translation>Écrivez-le comme vous le connaissez&#xa0;: Petrel trouve le reste.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Question au serveur…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Petrel could not open your profile</source>
        <translation>Petrel n’a pas pu ouvrir votre profil</translation>
    </message>
</context>
<context>
    <name>ThreadPage</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Fetching the conversation …</source>
        <translation>Chargement de la conversation…</translation>
    </message>
    <message>
        <source>The conversation could not be fetched</source>
        <translation>La conversation n’a pas pu être chargée</translation>
    </message>
</context>
<context>
    <name>TimelineBlank</name>
    <message>
        <source>You are signed out</source>
        <translation>Vous êtes déconnecté·e</translation>
    </message>
    <message>
        <source>Fetching your timeline …</source>
        <translation>Chargement de votre fil…</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Le serveur est injoignable</translation>
    </message>
    <message>
        <source>The timeline could not be fetched</source>
        <translation>Le fil n’a pas pu être chargé</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Personne n’a encore écrit</translation>
    </message>
    <message>
        <source>Nothing has been fetched yet</source>
        <translation>Rien n’a encore été chargé</translation>
    </message>
    <message>
        <source>The server no longer accepts this sign-in. What waits to be sent is kept.</source>
        <translation>Le serveur n’accepte plus cette connexion. Ce qui attend d’être envoyé est gardé.</translation>
    </message>
    <message>
        <source>What the people you follow write will stand here.</source>
        <translation>Ce qu’écrivent les personnes que vous suivez apparaîtra ici.</translation>
    </message>
    <message>
        <source>Your timeline will stand here, and stay readable without a network.</source>
        <translation>Votre fil apparaîtra ici, et restera lisible sans réseau.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
</context>
<context>
    <name>TimelineEnd</name>
    <message>
        <source>Fetch older posts</source>
        <translation>Charger des messages plus anciens</translation>
    </message>
    <message>
        <source>That is all. The server has nothing older.</source>
        <translation>C’est tout. Le serveur n’a rien de plus ancien.</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Fetch what is new</source>
        <translation>Chercher les nouveautés</translation>
    </message>
    <message>
        <source>How your servers are doing</source>
        <translation>L’état de vos serveurs</translation>
    </message>
    <message>
        <source>This account</source>
        <translation>Ce compte</translation>
    </message>
    <message>
        <source>You are signed out. What you wrote is kept, and waits.</source>
        <translation>Vous êtes déconnecté·e. Ce que vous avez écrit est gardé et attend.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
</context>
<context>
    <name>WarningBar</name>
    <message>
        <source>Content warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Cacher</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Hide this post again</source>
        <translation>Cacher de nouveau ce message</translation>
    </message>
    <message>
        <source>Show this post</source>
        <translation>Montrer ce message</translation>
    </message>
</context>
<context>
    <name>WeatherSheet</name>
    <message>
        <source>How your servers are doing</source>
        <translation>L’état de vos serveurs</translation>
    </message>
    <message>
        <source>Petrel tries again by itself, soon at first, then more rarely. One server&apos;s storm never holds up another.</source>
        <translation>Petrel réessaie de lui-même, vite d’abord, puis moins souvent. La tempête d’un serveur n’en retarde jamais un autre.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Petrel</source>
        <translation>Petrel</translation>
    </message>
    <message>
        <source>All your accounts in one calm place. You can read and write at all times, also while a server is away.</source>
        <translation>Tous vos comptes en un lieu calme. Lisez et écrivez à tout moment, même pendant l’absence d’un serveur.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Try the demonstration</source>
        <translation>Essayer la démonstration</translation>
    </message>
    <message>
        <source>No account at hand? The demonstration is a small invented world, on this computer only.</source>
        <translation>Pas de compte sous la main&#x202f;? La démonstration est un petit monde inventé, sur cet ordinateur seulement.</translation>
    </message>
</context>
</TS>
