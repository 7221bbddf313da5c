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
    <name>ColumnHeader</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>Composer</name>
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
        <translation>Qu’aimeriez-vous dire ?</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>Votre message</translation>
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
        <translation>Qui peut le voir : %1</translation>
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
        <translation>Langue : %1</translation>
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
</context>
<context>
    <name>DemoBar</name>
    <message>
        <source>Demo: an invented world on this computer. Switch a server off and go on reading and writing.</source>
        <translation>Démonstration : un monde inventé, sur cet ordinateur. Coupez un serveur et continuez de lire et d’écrire.</translation>
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
        <translation>%1 : %2</translation>
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
            <numerusform>%n action gardée sur cet ordinateur jusqu’à ce que le serveur l’ait reçue</numerusform>
            <numerusform>%n actions gardées sur cet ordinateur jusqu’à ce que les serveurs les aient reçues</numerusform>
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
        <translation>Avertissement : %1</translation>
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
            <numerusform>Boîte d’envoi : %n en attente</numerusform>
            <numerusform>Boîte d’envoi : %n en attente</numerusform>
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
        <source>Seen from here</source>
        <translation>Vu d’ici</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>Pannes</translation>
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
        <source>Delete this post?</source>
        <translation>Supprimer ce message ?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Retirer %1 ?</translation>
    </message>
    <message>
        <source>What Petrel read with it is removed from this computer. Nothing changes on the server.</source>
        <translation>Ce que Petrel a lu avec ce compte est effacé de cet ordinateur. Rien ne change sur le serveur.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Something still waits</source>
        <translation>Quelque chose attend encore</translation>
    </message>
    <message>
        <source>Remove anyway</source>
        <translation>Retirer quand même</translation>
    </message>
    <message>
        <source>It disappears for everybody, with its boosts and favourites.</source>
        <translation>Il disparaît pour tout le monde, avec ses partages et ses favoris.</translation>
    </message>
</context>
<context>
    <name>SignInBrowser</name>
    <message>
        <source>Go on in your browser</source>
        <translation>Continuez dans votre navigateur</translation>
    </message>
    <message>
        <source>%1 asks there whether Petrel may use your account. Come back when you have said yes.</source>
        <translation>%1 y demande si Petrel peut utiliser votre compte. Revenez ici après avoir accepté.</translation>
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
        <source>Open the address in any browser, say yes, and paste what the server shows you.</source>
        <translation>Ouvrez l’adresse dans n’importe quel navigateur, acceptez, et collez ce que le serveur vous montre.</translation>
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
        <translation>Sur quel serveur se trouve votre compte ?</translation>
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
        <translation>Écrivez-le comme vous le connaissez : Petrel trouve le reste.</translation>
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
        <translation>Avertissement : %1</translation>
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
        <source>No account at hand? Start “%1” in a terminal: a small invented world, on this computer only.</source>
        <translation>Pas de compte sous la main ? Lancez « %1 » dans un terminal : un petit monde inventé, sur cet ordinateur seulement.</translation>
    </message>
</context>
</TS>
