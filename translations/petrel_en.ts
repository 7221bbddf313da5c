<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ComposerTools</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPostsPill</name>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n new post</numerusform>
            <numerusform>%n new posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message numerus="yes">
        <source>%n action(s) kept on this computer until the servers have them</source>
        <translation>
            <numerusform>%n action kept on this computer until the server has it</numerusform>
            <numerusform>%n actions kept on this computer until the servers have them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Petrel::AccountManager</name>
    <message numerus="yes">
        <source>%n action(s) of %1 have not been sent yet and would be lost.</source>
        <translation>
            <numerusform>%n action of %1 has not been sent yet and would be lost.</numerusform>
            <numerusform>%n actions of %1 have not been sent yet and would be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished post(s) of %1 are kept here alone and would be lost.</source>
        <translation>
            <numerusform>%n unfinished post of %1 is kept here alone and would be lost.</numerusform>
            <numerusform>%n unfinished posts of %1 are kept here alone and would be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Petrel::SyncCommand</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in the outbox; petrelctl outbox run sends.</source>
        <translation>
            <numerusform>%n waiting in the outbox; petrelctl outbox run sends.</numerusform>
            <numerusform>%n waiting in the outbox; petrelctl outbox run sends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Petrel::WeatherCommand</name>
    <message numerus="yes">
        <source>%1: %2, %3, %n request(s) lost</source>
        <translation>
            <numerusform>%1: %2, %3, %n request lost</numerusform>
            <numerusform>%1: %2, %3, %n requests lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Petrel::Words</name>
    <message numerus="yes">
        <source>%n m</source>
        <comment>minutes, short</comment>
        <translation>
            <numerusform>%n m</numerusform>
            <numerusform>%n m</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours, short</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days, short</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>Outbox: %n waiting</numerusform>
            <numerusform>Outbox: %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailAccount</name>
    <message numerus="yes">
        <source>%n action(s) need you</source>
        <translation>
            <numerusform>%n action needs you</numerusform>
            <numerusform>%n actions need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) waiting</source>
        <translation>
            <numerusform>%n action waiting</numerusform>
            <numerusform>%n actions waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
